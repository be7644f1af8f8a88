# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# Windows in seconds; alone is the limit while Redis is away.
Rule = Struct.new(:name, :limit, :window, :most_at_once, :alone, keyword_init: true)

RULES = [
  Rule.new(name: 'pictures', limit: 20, window: 3600, most_at_once: 5, alone: 5),
  Rule.new(name: 'feeding', limit: 100, window: 3600, most_at_once: 20, alone: 20),
  Rule.new(name: 'live', limit: 1, window: 1, most_at_once: 1, alone: 1)
].to_h { |rule| [rule.name, rule] }.freeze

# The gem redis is there to speak with it.
REDIS_URL = ENV.fetch('REDIS_URL', 'redis://127.0.0.1:6379')

# One process answers all requests, on several threads.
class Gate < Sinatra::Base
  post '/gate/:rule' do
    body = JSON.parse(request.body.read)
    answer 501, error: 'This gate decides nothing yet.'
  rescue JSON::ParserError
    answer 400, error: 'The body is not JSON.'
  end

  helpers do
    def answer(status, fields, headers = {})
      [status, { 'content-type' => 'application/json', **headers }, fields.to_json]
    end
  end
end
