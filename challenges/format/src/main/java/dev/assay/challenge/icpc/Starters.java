package dev.assay.challenge.icpc;

import dev.assay.challenge.SourceFiles;
import java.util.Map;

/** What candidates begin with: it reads its input and answers nothing. */
final class Starters {

    private static final Map<String, SourceFiles> FILES = Map.of(
            "java", file("Main.java", """
                    import java.io.BufferedReader;
                    import java.io.IOException;
                    import java.io.InputStreamReader;

                    public class Main {
                        public static void main(String[] args) throws IOException {
                            BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
                            for (String line = input.readLine(); line != null; line = input.readLine()) {
                                // Read what you need from the line, and print the answer with System.out.println.
                            }
                        }
                    }
                    """),
            "python", file("main.py", """
                    import sys

                    for line in sys.stdin:
                        # Read what you need from the line, and print the answer.
                        pass
                    """),
            "node", file("main.js", """
                    const lines = require('node:fs').readFileSync(0, 'utf8').split('\\n');

                    for (const line of lines) {
                      // Read what you need from the line, and print the answer with console.log.
                    }
                    """),
            "go", file("main.go", """
                    package main

                    import (
                    	"bufio"
                    	"os"
                    )

                    func main() {
                    	input := bufio.NewScanner(os.Stdin)
                    	input.Buffer(make([]byte, 64*1024), 16*1024*1024)
                    	for input.Scan() {
                    		// Read what you need from input.Text(), and print the answer with fmt.Println.
                    	}
                    }
                    """),
            "php", file("main.php", """
                    <?php

                    while (($line = fgets(STDIN)) !== false) {
                        // Read what you need from the line, and echo the answer.
                    }
                    """),
            "ruby", file("main.rb", """
                    $stdin.each_line do |line|
                      # Read what you need from the line, and print the answer with puts.
                    end
                    """));

    private Starters() {}

    static SourceFiles in(String environment) {
        SourceFiles files = FILES.get(environment);
        if (files == null) {
            throw new IllegalArgumentException("There is no starter for " + environment);
        }
        return files;
    }

    private static SourceFiles file(String name, String text) {
        return SourceFiles.of(Map.of(name, text));
    }
}
