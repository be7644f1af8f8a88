# frozen_string_literal: true

require 'time'
require_relative 'money'
require_relative 'refused'

# Turns requests into values that can be trusted.
module Validation
  FLAT = /\A[A-Za-z0-9-]{1,12}\z/
  INSTANT = /\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\z/

  module_function

  def registration(body)
    {
      flat: flat(field(body, 'flat')),
      recipient: text(body, 'recipient', 60),
      arrived_at: instant(body, 'arrivedAt'),
      charge: charge(body),
      note: field(body, 'note') && text(body, 'note', 200)
    }
  end

  def move(body)
    flat(field(body, 'flat'))
  end

  def note(body)
    text(body, 'text', 200)
  end

  def collection(body)
    [text(body, 'code', 20), instant(body, 'at')]
  end

  def flat(value)
    flat = value.to_s.strip
    raise Refused.new(400, 'A flat has 1 to 12 letters, digits or hyphens.') unless value.is_a?(String) && flat.match?(FLAT)

    flat
  end

  def number(parameters, name, default, range)
    value = parameters.fetch(name, default.to_s)
    number = value.match?(/\A[0-9]{1,7}\z/) ? value.to_i : 0
    raise Refused.new(400, "#{name} must be a whole number from #{range.min} to #{range.max}.") unless range.cover?(number)

    number
  end

  def field(body, name)
    raise Refused.new(400, 'The body must be a JSON object.') unless body.is_a?(Hash)

    body[name]
  end

  def text(body, name, most)
    value = field(body, name)
    return value if value.is_a?(String) && value.length.between?(1, most)

    raise Refused.new(400, "The field #{name} must be text of 1 to #{most} characters.")
  end

  def instant(body, name)
    value = text(body, name, 20)
    raise ArgumentError unless value.match?(INSTANT)

    Time.iso8601(value)
  rescue ArgumentError
    raise Refused.new(400, "The field #{name} must be an instant such as 2031-03-06T22:30:00Z.")
  end

  def charge(body)
    charge = field(body, 'charge')
    return 0 if charge.nil?
    raise Refused.new(400, 'The field charge must be an amount such as 19.99.') unless Money.amount?(charge)

    Money.cents(charge)
  end
end
