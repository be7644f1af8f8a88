# frozen_string_literal: true

require 'connection_pool'
require 'json'
require 'redis'
require 'sinatra/base'

# One process answers all requests, on several threads.
class TableService < Sinatra::Base
  REDIS = ConnectionPool.new(size: 16) { Redis.new(url: ENV.fetch('REDIS_URL', 'redis://127.0.0.1:6379')) }

  post '/leagues/:league/nights/:night/reports' do
    report = body_as_json
    answer 501, { error: 'This service does nothing yet.' }
  end

  get '/leagues/:league/nights/:night/ranking' do
    limit = params.fetch('limit', '10')
    keys = REDIS.with(&:dbsize)
    answer 501, { error: "This service does nothing yet. Redis has #{keys} keys." }
  end

  helpers do
    # Nil when it is not JSON.
    def body_as_json
      JSON.parse(request.body.read)
    rescue JSON::ParserError
      nil
    end

    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
