package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	summary := newSummary()
	for _, line := range strings.Split(string(text), "\n") {
		summary.read(strings.TrimSuffix(line, "\r"))
	}
	fmt.Println(strings.Join(summary.report(), "\n"))
}
