# frozen_string_literal: true

require 'time'
require_relative 'money'

# What a parcel has when it comes, if it has nothing else.
NEW = { status: 'waiting', notes: [], collected_at: nil, fee: nil }.freeze

Parcel = Struct.new(
  :id, :code, :flat, :recipient, :arrived_at, :due, :charge, :notes, :status, :collected_at, :fee,
  keyword_init: true
) do
  def initialize(**fields)
    super(**NEW, **fields)
  end

  # The parcel as clients see it.
  def shown
    {
      id:, code:, flat:, recipient:,
      arrivedAt: arrived_at.iso8601,
      due: due.iso8601,
      charge: Money.text(charge),
      notes:, status:,
      collectedAt: collected_at&.iso8601,
      fee: fee && Money.text(fee)
    }
  end
end
