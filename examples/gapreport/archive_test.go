package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/trial"
)

func zipOf(t *testing.T, data []byte) string {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	entry, err := archive.Create("standards/framework.json")
	require.NoError(t, err)
	_, err = entry.Write(data)
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	return trial.Write(t, "standards.zip", out.String())
}

func gzipOf(t *testing.T, data []byte) string {
	t.Helper()
	var out bytes.Buffer
	packed := gzip.NewWriter(&out)
	_, err := packed.Write(data)
	require.NoError(t, err)
	require.NoError(t, packed.Close())
	return trial.Write(t, "framework.json.gz", out.String())
}
