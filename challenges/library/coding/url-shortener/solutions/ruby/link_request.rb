# frozen_string_literal: true

require 'date'
require 'json'
require 'time'

# The message is for the client.
class Refused < StandardError
  attr_reader :status

  def initialize(status, message)
    super(message)
    @status = status
  end
end

# What a client asks for, checked.
class LinkRequest
  MAX_URL = 2048
  RESERVED = ['links'].freeze
  VISIBLE_ASCII = /\A[\x21-\x7e]+\z/
  WEB = %r{\Ahttps?://([^/?#@]*@)?[^/?#@:]}i
  ALIAS = /\A[A-Za-z0-9_-]{3,32}\z/
  INSTANT = /\A(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z\z/

  attr_reader :url, :alias_name, :expires_at, :expires_at_text

  def self.parse(body)
    fields = JSON.parse(body.force_encoding(Encoding::UTF_8))
    raise Refused.new(400, 'The body must be a JSON object.') unless fields.is_a?(Hash)

    new(fields)
  rescue JSON::ParserError, EncodingError
    raise Refused.new(400, 'The body is not JSON.')
  end

  def initialize(fields)
    @url = checked_url(fields['url'])
    @alias_name = checked_alias(fields['alias'])
    @expires_at_text = checked_instant(fields['expiresAt'])
    @expires_at = @expires_at_text && Time.iso8601(@expires_at_text)
  end

  private

  def checked_url(value)
    refuse 'The field url is missing, or is not text.' unless value.is_a?(String) && !value.empty?
    refuse "The url has more than #{MAX_URL} characters." if value.length > MAX_URL
    unless value.ascii_only? && VISIBLE_ASCII.match?(value)
      refuse 'The url has a space, a control character, or one that is not ASCII.'
    end
    refuse 'The url must begin with http:// or https:// and a host.' unless WEB.match?(value)
    value
  end

  def checked_alias(value)
    return if value.nil?

    unless value.is_a?(String) && value.ascii_only? && ALIAS.match?(value)
      refuse 'An alias has 3 to 32 of the characters A-Z, a-z, 0-9, _ and -.'
    end
    refuse "The alias #{value} is reserved." if RESERVED.include?(value)
    value
  end

  def checked_instant(value)
    return if value.nil?

    parts = INSTANT.match(value) if value.is_a?(String) && value.ascii_only?
    unless parts && Date.valid_date?(parts[1].to_i, parts[2].to_i, parts[3].to_i)
      refuse 'The field expiresAt must be an instant such as 2031-09-01T00:00:00Z.'
    end
    value
  end

  def refuse(message)
    raise Refused.new(400, message)
  end
end
