# frozen_string_literal: true

require_relative 'money'

# What the display by the lift shows for each flat. It asks every second, so a summary is kept until it changes.
class Display
  def initialize(parcels)
    @parcels = parcels
    @summaries = {}
  end

  def of(flat)
    @summaries[flat] ||= summed_up(flat)
  end

  def forget(flat)
    @summaries.delete(flat)
  end

  private

  def summed_up(flat)
    waiting = @parcels.values.select { |parcel| parcel.flat == flat && parcel.status == 'waiting' }
    { flat:, waiting: waiting.size, owed: Money.text(waiting.sum(&:charge)) }
  end
end
