# frozen_string_literal: true

require 'json'
require 'sequel'
require 'sinatra/base'

# One process answers all requests, on several threads.
class PostcardService < Sinatra::Base
  DATABASE = Sequel.connect(ENV.fetch('DATABASE_URL', 'postgresql://app:app@127.0.0.1:5432/app'), max_connections: 8)

  # Carried out at every start, so each statement must bear to find its work done.
  MIGRATIONS = [].freeze
  MIGRATIONS.each { |statement| DATABASE.run(statement) }

  get '/postcards' do
    order = params.fetch('order', 'oldest')
    answer 501, { error: "This service does nothing yet with its #{DATABASE[:postcards].count} cards." }
  end

  post '/postcards' do
    card = body_as_json
    answer 501, { error: 'This service does nothing yet.' }
  end

  helpers do
    # Nil when it is not JSON.
    def body_as_json
      JSON.parse(request.body.read)
    rescue JSON::ParserError
      nil
    end

    def answer(status, fields, headers = {})
      [status, { 'content-type' => 'application/json', **headers }, fields.to_json]
    end
  end
end
