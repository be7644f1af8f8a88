# frozen_string_literal: true

require 'json'
require 'rack'
require_relative 'link_request'
require_relative 'links'

# A Rack application and nothing else. It is called on several threads at a time.
class LinkService
  def initialize
    @links = Links.new
  end

  def call(env)
    request = Rack::Request.new(env)
    case [request.request_method, request.path_info]
    in ['POST', '/links'] then create(request.body&.read || '')
    in ['GET', %r{\A/links/(.*)}] then show(Regexp.last_match(1))
    in ['GET', %r{\A/(.*)}] then follow(Regexp.last_match(1))
    else raise Refused.new(405, 'This is not possible here.')
    end
  rescue Refused => refused
    answer refused.status, error: refused.message
  rescue StandardError => broken
    warn broken.full_message(highlight: false)
    answer 500, error: 'Something broke here.'
  end

  private

  def create(body)
    wanted = LinkRequest.parse(body)
    link = @links.add(wanted) || raise(Refused.new(409, "The alias #{wanted.alias_name} is taken."))
    answer 201, link.to_h, 'location' => "/links/#{link.code}"
  end

  def show(code)
    answer 200, found(code).to_h
  end

  def follow(code)
    link = found(code)
    raise Refused.new(410, "The link #{code} has expired.") if link.expired?(Time.now)

    @links.hit(link)
    [302, { 'location' => link.url, 'content-length' => '0' }, []]
  end

  def found(code)
    @links.find(code) || raise(Refused.new(404, "There is no link #{code}."))
  end

  def answer(status, fields, headers = {})
    payload = fields.to_json
    [status, { 'content-type' => 'application/json', 'content-length' => payload.bytesize.to_s, **headers }, [payload]]
  end
end
