# Compiles the files that are named, without running them; tells what is wrong, and fails if anything is.
broken = ARGV.reject do |file|
  RubyVM::InstructionSequence.compile_file(file)
rescue SyntaxError, EncodingError => error
  warn error.message
end
exit broken.empty?
