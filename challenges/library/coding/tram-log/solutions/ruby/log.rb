# frozen_string_literal: true

require 'set'

Arrival = Struct.new(:time, :tram, :delay, :stop) do
  # By which a repetition is known.
  def key
    [time, tram, stop]
  end

  def late?
    delay > Log::LATE_SECONDS
  end

  def to_s
    "#{delay} #{tram} #{time} #{stop}"
  end
end

# How often trams came to a stop, and came late.
Stop = Struct.new(:name, :arrivals, :late) do
  def add(arrival)
    self.arrivals += 1
    self.late += 1 if arrival.late?
  end

  def to_s
    "#{late} of #{arrivals} #{100 * late / arrivals}% #{name}"
  end
end

# What there is to say of the lines so far.
class Log
  LATE_SECONDS = 60
  LINE = /\A((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]) (T[0-9]{1,3}) (-?[0-9]{1,4}) ([^ ](?:.*[^ ])?)\z/m

  def initialize
    @arrivals = Set.new
    @stops = Hash.new { |stops, name| stops[name] = Stop.new(name, 0, 0) }
    @repeated = 0
    @bad = 0
    @worst = nil
  end

  def read(line)
    return if line.empty? || line.start_with?('#')

    arrival = parse(line)
    if arrival.nil?
      @bad += 1
    elsif @arrivals.add?(arrival.key)
      add(arrival)
    else
      @repeated += 1
    end
  end

  def report
    stops = @stops.values.sort_by { |stop| [-stop.late, stop.name] }
    ["arrivals #{@arrivals.size}", "repeated #{@repeated}", "bad #{@bad}", "worst #{@worst || 'none'}", *stops.map(&:to_s)]
  end

  private

  def parse(line)
    match = LINE.match(line)
    return if match.nil?

    _, time, tram, delay, stop = *match
    # Without the base, 010 would be eight.
    Arrival.new(time, tram, Integer(delay, 10), stop)
  end

  def add(arrival)
    @worst = arrival if @worst.nil? || arrival.delay > @worst.delay
    @stops[arrival.stop].add(arrival)
  end
end
