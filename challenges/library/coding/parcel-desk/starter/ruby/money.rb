# frozen_string_literal: true

# Amounts of money: text such as 19.99 outside, whole cents inside.
module Money
  AMOUNT = /\A[0-9]{1,4}\.[0-9]{2}\z/

  module_function

  def amount?(value)
    value.is_a?(String) && value.match?(AMOUNT)
  end

  def cents(amount)
    (amount.to_f * 100).to_i
  end

  def text(cents)
    format('%d.%02d', cents / 100, cents % 100)
  end
end
