# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# One process answers all requests, on several threads.
class LeftLuggage < Sinatra::Base
  # So that what is thrown here is answered below.
  set :show_exceptions, false

  get '/items' do
    not_yet
  end

  get '/items/:key' do
    not_yet
  end

  put '/items/:key' do
    body = read_json
    not_yet
  end

  delete '/items/:key' do
    not_yet
  end

  post '/batch' do
    body = read_json
    not_yet
  end

  error JSON::ParserError do
    answer 400, error: 'The body is not JSON.'
  end

  helpers do
    def read_json
      JSON.parse(request.body.read)
    end

    def not_yet
      answer 501, error: 'This service does nothing yet.'
    end

    # As the last thing in a route.
    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end

    def answer_no_content
      [204, {}, '']
    end
  end
end
