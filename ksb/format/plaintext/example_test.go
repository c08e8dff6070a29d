package plaintext_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

func ExampleOf() {
	fmt.Println(plaintext.Of("&lt;p&gt;Clay&amp;nbsp;&amp;amp; kilns&lt;/p&gt;"))
	fmt.Println(plaintext.Of("R&D where x<y"))
	// Output:
	// Clay & kilns
	// R&D where x<y
}

func ExampleOfHTML() {
	fmt.Println(plaintext.OfHTML("<ul><li>Wedge</li><li>C<b>ut</b> &amp; join</li></ul>"))
	// Output: Wedge Cut & join
}
