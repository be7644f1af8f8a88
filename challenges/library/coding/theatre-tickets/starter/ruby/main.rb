# frozen_string_literal: true

require 'json'
require 'sinatra/base'

KEY = 'the-show-must-go-on-but-nobody-gets-in-for-free'
DIRECTOR = { username: 'director', password: 'Curtain-up-at-8' }.freeze

# One process answers all requests, on several threads.
class BoxOffice < Sinatra::Base
  post '/users' do
    fields = body_of(request)
    answer 501, { error: 'This service does nothing yet.' }
  end

  not_found do
    answer 501, { error: 'This service does nothing yet.' } if response.body.empty?
  end

  helpers do
    def body_of(request)
      JSON.parse(request.body.read)
    rescue JSON::ParserError
      halt answer(400, { error: 'The body is not JSON.' })
    end

    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
