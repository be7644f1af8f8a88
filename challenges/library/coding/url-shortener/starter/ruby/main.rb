# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# One process answers all requests, on several threads.
class LinkService < Sinatra::Base
  post '/links' do
    body = request.body.read
    answer 501, error: 'This service does nothing yet.'
  end

  get '/*' do
    answer 501, error: 'This service does nothing yet.'
  end

  helpers do
    def answer(status, fields, headers = {})
      [status, { 'content-type' => 'application/json', **headers }, fields.to_json]
    end
  end
end
