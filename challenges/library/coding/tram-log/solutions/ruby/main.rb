# frozen_string_literal: true

require_relative 'log'

$stdin.set_encoding(Encoding::UTF_8)

log = Log.new
$stdin.read.split("\n", -1).each { |line| log.read(line.delete_suffix("\r")) }
puts log.report
