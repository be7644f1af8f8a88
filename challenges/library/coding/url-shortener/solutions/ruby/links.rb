# frozen_string_literal: true

require 'securerandom'

# A link; expires_at is an instant, and expires_at_text how the client wrote it.
Link = Struct.new(:code, :url, :hits, :expires_at, :expires_at_text) do
  def expired?(now)
    !expires_at.nil? && now >= expires_at
  end

  def to_h
    { code:, url:, hits:, expiresAt: expires_at_text }
  end
end

# All links, by code. One lock guards them; nothing slow happens while it is held.
class Links
  def initialize
    @by_code = {}
    @lock = Mutex.new
  end

  def find(code)
    @lock.synchronize { @by_code[code] }
  end

  # The new link, or nil when the alias is taken.
  def add(wanted)
    @lock.synchronize do
      code = wanted.alias_name || unused_code
      next if @by_code.key?(code)

      @by_code[code] = Link.new(code, wanted.url, 0, wanted.expires_at, wanted.expires_at_text)
    end
  end

  def hit(link)
    @lock.synchronize { link.hits += 1 }
  end

  private

  def unused_code
    loop do
      code = SecureRandom.urlsafe_base64(6)
      return code unless @by_code.key?(code)
    end
  end
end
