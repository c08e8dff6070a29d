module github.com/skillgap-go/skillgap

go 1.26
