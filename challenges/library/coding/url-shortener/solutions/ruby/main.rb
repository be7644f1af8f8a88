# frozen_string_literal: true

require 'json'
require 'sinatra/base'
require_relative 'link_request'
require_relative 'links'

# One process answers all requests, on several threads.
class LinkService < Sinatra::Base
  # What breaks is printed, and answered as JSON below.
  set :show_exceptions, false

  set :links, Links.new

  post '/links' do
    wanted = LinkRequest.parse(request.body.read)
    link = settings.links.add(wanted) || raise(Refused.new(409, "The alias #{wanted.alias_name} is taken."))
    answer 201, link.to_h, 'location' => "/links/#{link.code}"
  end

  get '/links/:code' do |code|
    answer 200, found(code).to_h
  end

  get '/:code' do |code|
    link = found(code)
    raise Refused.new(410, "The link #{code} has expired.") if link.expired?(Time.now)

    settings.links.hit(link)
    redirect link.url, 302
  end

  error Refused do |refused|
    answer refused.status, error: refused.message
  end

  not_found do
    answer 404, error: 'There is nothing here.'
  end

  error do
    answer 500, error: 'Something broke here.'
  end

  helpers do
    def found(code)
      settings.links.find(code) || raise(Refused.new(404, "There is no link #{code}."))
    end

    def answer(status, fields, headers = {})
      [status, { 'content-type' => 'application/json', **headers }, fields.to_json]
    end
  end
end
