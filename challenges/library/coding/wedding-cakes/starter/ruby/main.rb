# frozen_string_literal: true

require 'json'
require 'sinatra/base'

PAYMENTS_URL = ENV.fetch('PAYMENTS_URL')
PAYMENTS_SECRET = ENV.fetch('PAYMENTS_SECRET')

# One process answers all requests, on several threads.
class CakeService < Sinatra::Base
  post '/*' do
    body = request.body.read
    answer 501, error: 'This service does nothing yet.'
  end

  get '/*' do
    answer 501, error: 'This service does nothing yet.'
  end

  helpers do
    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
