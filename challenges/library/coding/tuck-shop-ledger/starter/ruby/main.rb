# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# One process answers all requests, on several threads.
class LedgerService < Sinatra::Base
  post '/accounts' do
    fields = body_of(request)
    not_yet 'open'
  end

  get '/accounts/:id' do |id|
    not_yet "look at #{id}"
  end

  get '/accounts/:id/entries' do |id|
    not_yet "list the entries of #{id}"
  end

  post '/accounts/:id/deposits' do |id|
    fields = body_of(request)
    not_yet "pay in to #{id}, key #{key_of(request)}"
  end

  post '/transfers' do
    fields = body_of(request)
    not_yet "transfer, key #{key_of(request)}"
  end

  post '/transfers/:id/reversal' do |id|
    fields = body_of(request)
    not_yet "reverse #{id}, key #{key_of(request)}"
  end

  helpers do
    def body_of(request)
      JSON.parse(request.body.read)
    rescue JSON::ParserError
      halt answer(400, { error: 'The body is not JSON.' })
    end

    # nil when there is none
    def key_of(request)
      request.get_header('HTTP_IDEMPOTENCY_KEY')
    end

    def not_yet(what)
      answer 501, { error: "This service cannot do this yet: #{what}" }
    end

    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
