// Reads compose files as Docker Compose itself does and prints the names of their services, or fails with what is wrong.
// The library's own command does not hand the environment on to the files, so it cannot read one that asks for variables.
package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	project, err := load(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(strings.Join(project, "\n"))
}

func load(files []string) ([]string, error) {
	// Every profile is switched on: what only some people start has to be right as well.
	options, err := cli.NewProjectOptions(files, cli.WithOsEnv, cli.WithDefaultProfiles("*"))
	if err != nil {
		return nil, err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return nil, err
	}
	return project.ServiceNames(), nil
}
