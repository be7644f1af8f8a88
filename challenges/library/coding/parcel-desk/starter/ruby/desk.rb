# frozen_string_literal: true

require_relative 'display'
require_relative 'fees'
require_relative 'parcel'
require_relative 'refused'

# The shelf with the parcels, and what is done with them.
class Desk
  def initialize
    @parcels = {}
    @display = Display.new(@parcels)
  end

  def register(flat:, recipient:, arrived_at:, charge:, note:)
    parcel = Parcel.new(
      id: @parcels.size + 1,
      code: format('%04d', rand(10_000)),
      flat:, recipient:, arrived_at:, charge:,
      due: Fees.due_day(arrived_at)
    )
    parcel.notes = [note] if note
    @parcels[parcel.id.to_s] = parcel
    @display.forget(flat)
    parcel
  end

  def find(id)
    @parcels[id] or raise Refused.new(404, "There is no parcel #{id}.")
  end

  def page(flat, page, size)
    found = @parcels.values.select { |parcel| parcel.flat == flat }
    items = found[(page - 1) * size, size] || []
    { items: items.map(&:shown), page:, pages: found.size / size + 1, total: found.size }
  end

  def move(id, flat)
    parcel = find(id)
    parcel.flat = flat
    @display.forget(flat)
    parcel
  end

  def add_note(id, text)
    parcel = find(id)
    parcel.notes << text
    parcel
  end

  def collect(id, code, at)
    parcel = find(id)
    raise Refused.new(409, "Parcel #{id} was collected before.") if parcel.status == 'collected'
    raise Refused.new(403, 'This is not the code of the parcel.') if parcel.code != code

    parcel.status = 'collected'
    parcel.collected_at = at
    parcel.fee = Fees.fee(parcel.due, at)
    @display.forget(parcel.flat)
    parcel
  end

  def summary(flat)
    @display.of(flat)
  end
end
