# frozen_string_literal: true

require 'json'
require 'sinatra/base'
require_relative 'desk'
require_relative 'validation'

# The desk has one tablet: requests come one after the other.
class DeskService < Sinatra::Base
  set :show_exceptions, false
  set :raise_errors, false
  set :desk, Desk.new

  post '/parcels' do
    answer 201, desk.register(**Validation.registration(body_of(request))).shown
  end

  get '/parcels' do
    flat = Validation.flat(params['flat'])
    page = Validation.number(params, 'page', 1, 1..1_000_000)
    size = Validation.number(params, 'size', 20, 1..50)
    answer 200, desk.page(flat, page, size)
  end

  get '/parcels/:id' do |id|
    answer 200, desk.find(id).shown
  end

  patch '/parcels/:id' do |id|
    answer 200, desk.move(id, Validation.move(body_of(request))).shown
  end

  post '/parcels/:id/notes' do |id|
    answer 201, desk.add_note(id, Validation.note(body_of(request))).shown
  end

  post '/parcels/:id/collection' do |id|
    code, at = Validation.collection(body_of(request))
    parcel = desk.find(id)
    begin
      desk.collect(id, code, at)
    rescue Refused => e
      logger.warn "Collection of #{id}: #{e.message}"
    end
    answer 200, parcel.shown
  end

  get '/flats/:flat/summary' do |flat|
    answer 200, desk.summary(flat)
  end

  error Refused do |refused|
    answer refused.status, { error: refused.message }
  end

  not_found do
    answer 404, { error: 'There is nothing here.' } if response.body.empty?
  end

  helpers do
    def desk
      settings.desk
    end

    # The body as JSON; nil when it is not JSON.
    def body_of(request)
      JSON.parse(request.body.read)
    rescue JSON::ParserError
      nil
    end

    def answer(status, fields)
      [status, { 'content-type' => 'application/json' }, fields.to_json]
    end
  end
end
