# frozen_string_literal: true

require 'json'
require 'net/http'
require 'sinatra/base'

ARCHIVE_URL = ENV.fetch('ARCHIVE_URL', 'http://127.0.0.1:7001')

# One process answers all requests, on several threads.
class ReadingRoom < Sinatra::Base
  get '/:collection/:id' do
    status, card = ask(params['collection'], params['id'], 'en')
    answer status, id: params['id'], lang: 'en', text: card['text'], stale: false
  end

  post '/changes' do
    notice = JSON.parse(request.body.read)
    answer 501, error: 'This is not done yet.'
  end

  helpers do
    # Passes the question on to the archive, and remembers nothing.
    def ask(collection, id, lang)
      response = Net::HTTP.get_response(URI("#{ARCHIVE_URL}/#{collection}/#{id}?lang=#{lang}"))
      [response.code.to_i, JSON.parse(response.body)]
    end

    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
