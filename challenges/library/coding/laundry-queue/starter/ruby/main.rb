# frozen_string_literal: true

require 'json'
require 'sinatra/base'

# One process answers all requests, on several threads.
class LaundryQueue < Sinatra::Base
  # So that what is thrown here is answered below.
  set :show_exceptions, false

  post '/queues/:queue/jobs' do |queue|
    not_yet "add #{read_json} to #{queue}"
  end

  post '/queues/:queue/take' do |queue|
    read_json
    not_yet "take a job from #{queue}"
  end

  post '/queues/:queue/jobs/:id/ack' do |queue, id|
    read_json
    not_yet "ack #{id} in #{queue}"
  end

  post '/queues/:queue/jobs/:id/fail' do |queue, id|
    read_json
    not_yet "fail #{id} in #{queue}"
  end

  get '/queues/:queue/jobs/:id' do |queue, id|
    not_yet "look at #{id} in #{queue}"
  end

  get '/queues/:queue/dead' do |queue|
    not_yet "list the dead jobs of #{queue}"
  end

  error JSON::ParserError do
    answer 400, error: 'The body is not JSON.'
  end

  helpers do
    def read_json
      JSON.parse(request.body.read)
    end

    def not_yet(what)
      answer 501, error: "This service cannot do this yet: #{what}"
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
