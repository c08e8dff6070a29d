package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// chromium starts a browser of its own for a test, or skips the test where there is none.
func chromium(t *testing.T) context.Context {
	t.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil && path == "" {
			path = found
		}
	}
	if path == "" {
		t.Skip("no chromium here: install it (Debian: apt-get install chromium) to see the pages in a browser")
	}
	profile, err := os.MkdirTemp("", "skillscanweb")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(profile) }) // the browser may be slow to let go of it
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(profile), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(time.Minute))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...) // it ends after the clean-up
	t.Cleanup(stop)
	ctx, _ = chromedp.NewContext(ctx)
	t.Cleanup(func() { _ = chromedp.Cancel(ctx) }) // it waits until the browser has ended
	require.NoError(t, chromedp.Run(ctx), "the browser starts")
	return ctx
}

// axe is the source of axe-core, from the folder that AXE_CORE names; "": there is none.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(os.Getenv("AXE_CORE"), "axe.min.js"))
	if err != nil {
		t.Log("no axe-core: pages are not audited. npm install axe-core, and name its folder in AXE_CORE")
		return ""
	}
	return string(source)
}

// tabOfBrowser is one tab, of some width, in which a person does the whole job.
type tabOfBrowser struct {
	*testing.T
	ctx    context.Context
	base   string
	width  int
	script bool
	axe    string
	shots  string
	files  string // where downloads go
	faults *[]string
}

// newTab opens a tab. Whatever its console complains about fails the test: a breach of the
// content security policy stands there.
func newTab(t *testing.T, browserCtx context.Context, base string, width int, script bool, axe string) *tabOfBrowser {
	t.Helper()
	ctx, stop := chromedp.NewContext(browserCtx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(stop)
	b := &tabOfBrowser{T: t, ctx: ctx, base: base, width: width, script: script, axe: axe, shots: os.Getenv("SCREENSHOTS"), files: t.TempDir(), faults: new([]string)}
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			*b.faults = append(*b.faults, e.ExceptionDetails.Error())
		case *cdp.EventJavascriptDialogOpening: // it would hold everything up
			*b.faults = append(*b.faults, "asked: "+e.Message+" "+e.Type.String())
			go func() { _ = chromedp.Run(ctx, cdp.HandleJavaScriptDialog(true)) }()
		case *network.EventLoadingFailed:
			if e.BlockedReason != "" {
				*b.faults = append(*b.faults, "blocked: "+string(e.BlockedReason))
			}
		}
	})
	b.run(cdp.BringToFront(), network.Enable(), emulation.SetDeviceMetricsOverride(int64(width), 900, 1, width < 700), emulation.SetScriptExecutionDisabled(!script),
		browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(b.files))
	return b
}

func (b *tabOfBrowser) run(actions ...chromedp.Action) {
	b.Helper()
	require.NoError(b, chromedp.Run(b.ctx, actions...))
}

func (b *tabOfBrowser) open(path string) { b.Helper(); b.run(chromedp.Navigate(b.base + path)) }

// press presses what leads to another page, and waits for that page.
func (b *tabOfBrowser) press(selector string) {
	b.Helper()
	_, err := chromedp.RunResponse(b.ctx, chromedp.Click(selector, chromedp.ByQuery))
	require.NoError(b, err, "press %s", selector)
}

func (b *tabOfBrowser) text(selector string) (text string) {
	b.Helper()
	b.run(chromedp.Text(selector, &text, chromedp.ByQuery))
	return text
}

// look looks at a page as it stands: nothing hangs over the edge, axe has nothing to say,
// and a picture of it is kept where SCREENSHOTS says.
func (b *tabOfBrowser) look(name string) {
	b.Helper()
	var over int
	b.run(chromedp.Evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`, &over))
	require.LessOrEqual(b, over, 0, "%s at %d px: something is wider than the page", name, b.width)
	b.shoot(name)
	if !b.script || b.axe == "" {
		return
	}
	b.audit(name)
	if b.width == 1280 {
		b.run(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
		b.shoot(name + "-dark")
		b.audit(name + ", dark")
		b.run(emulation.SetEmulatedMedia())
	}
}

func (b *tabOfBrowser) shoot(name string) {
	b.Helper()
	if b.shots == "" {
		return
	}
	var png []byte
	b.run(chromedp.FullScreenshot(&png, 100))
	with := map[bool]string{true: "script", false: "plain"}[b.script]
	require.NoError(b, os.WriteFile(filepath.Join(b.shots, fmt.Sprintf("%s-%d-%s.png", name, b.width, with)), png, 0o600))
}

// audit asks axe-core about the page: WCAG 2.0 to 2.2, A and AA, and good practice.
func (b *tabOfBrowser) audit(name string) {
	b.Helper()
	const question = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]})
		.then(r => JSON.stringify(r.violations.map(v => ({id: v.id, help: v.help, at: v.nodes.slice(0, 3).map(n => n.html + " " + n.failureSummary)}))))`
	var there bool
	b.run(chromedp.Evaluate(`typeof axe === "object"`, &there))
	if !there {
		b.run(chromedp.Evaluate(b.axe+"\n;0", nil))
	}
	var said string
	b.run(chromedp.Evaluate(question, &said, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	var violations []any
	require.NoError(b, json.Unmarshal([]byte(said), &violations))
	if len(violations) > 0 {
		b.Errorf("%s at %d px: %s", name, b.width, said)
	}
}

// TestBrowser: the whole job in a browser, at three widths, with and without JavaScript.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	ctx, source := chromium(t), axe(t)
	for _, width := range []int{360, 768, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				_, server := served(t)
				b := newTab(t, ctx, server.URL, width, script, source)
				b.uploads()
				b.scans()
				b.answers()
				b.downloads()
				if script {
					b.samples()
				}
				require.Empty(t, *b.faults)
			})
		}
	}
}

// uploads: three files, each with the form.
func (b *tabOfBrowser) uploads() {
	b.Helper()
	b.open("/")
	b.look("home")
	for _, f := range []struct {
		kind kind
		name string
	}{{evidence, "ward-evidence.csv"}, {courses, "ward-courses.json"}, {standards, "ward.csv"}} {
		path := filepath.Join(b.TempDir(), f.name)
		require.NoError(b, os.WriteFile(path, []byte(ward(f.kind)), 0o600))
		b.open("/files")
		b.run(chromedp.Click(`input[value="`+string(f.kind)+`"]`, chromedp.ByQuery), chromedp.SetUploadFiles("#file", []string{path}, chromedp.ByQuery))
		b.press(`form button`)
		b.look("file-" + string(f.kind))
	}
	b.open("/files")
	b.look("files")
	if b.width == 1280 {
		b.uploadsTooMuch()
	}
}

// uploadsTooMuch: 50 MB are refused with a page, not with a connection that breaks.
func (b *tabOfBrowser) uploadsTooMuch() {
	b.Helper()
	path := filepath.Join(b.TempDir(), "large.csv")
	require.NoError(b, os.WriteFile(path, nil, 0o600))
	require.NoError(b, os.Truncate(path, 50<<20))
	b.run(chromedp.Click(`input[value="evidence"]`, chromedp.ByQuery), chromedp.SetUploadFiles("#file", []string{path}, chromedp.ByQuery))
	b.press(`form button`)
	require.Contains(b, b.text("main"), "at most 10 MB")
}

// scans: begin one, fill it in as one party, and see it.
func (b *tabOfBrowser) scans() {
	b.Helper()
	b.open("/new?standard=file/3")
	b.look("new")
	b.run(chromedp.SetValue("#role", "host", chromedp.ByQuery), chromedp.SetValue("#person", "file/1|w-9", chromedp.ByQuery), chromedp.SetValue("#courses", "file/2", chromedp.ByQuery))
	b.press(`form[action="/scans"] button`)
	b.look("scan-empty")
	b.press(`a[href="/scans/2/fill/employer"]`)
	b.run(chromedp.Click(`input[name="level.host/S1"][value="0"]`, chromedp.ByQuery),
		chromedp.SendKeys(`textarea[name="note.host/S1"]`, "on Monday", chromedp.ByQuery))
	if b.script {
		b.run(chromedp.Click(`input[name="level.host/K1"][value="2"]`, chromedp.ByQuery))
		require.Eventually(b, func() bool { return b.text("[data-state]") == "Everything is saved." }, 10*time.Second, 50*time.Millisecond)
	} else {
		b.run(chromedp.Click(`input[name="level.host/K1"][value="2"]`, chromedp.ByQuery))
		b.press(`button[value="skill"]`)
		require.Contains(b, b.text("[data-state]"), "Saved: 2 new answers.")
	}
	b.look("fill")
	b.open("/scans/2")
	require.Contains(b, b.text("main"), "on Monday")
	b.look("scan")
	b.open("/scans/2/history")
	b.look("history")
}

// answers: the report, what moves, a plan, routes.
func (b *tabOfBrowser) answers() {
	b.Helper()
	b.open("/scans/2/report")
	require.Contains(b, b.text("main"), "Greets whoever comes in")
	b.look("report")
	b.prints("report")
	b.press(`nav.tabs a[href^="/scans/2/changes"]`)
	b.run(chromedp.SetValue("#level", "host/S1:1", chromedp.ByQuery), chromedp.SetValue("#as-of", "2026-12-31", chromedp.ByQuery))
	b.press(`form button`)
	require.Contains(b, b.text("main"), "What moves")
	b.look("changes")
	b.open("/scans/2/plan")
	b.run(chromedp.SendKeys("#pounds", "250", chromedp.ByQuery))
	b.press(`form button`)
	require.Contains(b, b.text("main"), "Greeting people")
	b.look("plan")
	b.open("/scans/2/routes")
	b.look("routes")
	b.run(chromedp.SetValue("#to", "head", chromedp.ByQuery))
	b.press(`form button`)
	require.Contains(b, b.text("main"), "Head host")
	b.look("route")
	b.open("/nowhere")
	b.look("problem")
}

// samples: what people see first, and a role of 72 statements.
func (b *tabOfBrowser) samples() {
	b.Helper()
	b.open("/new?standard=sample/ap-health/framework.json")
	b.run(chromedp.SetValue("#role", "assistant-practitioner", chromedp.ByQuery), chromedp.SetValue("#person", "sample/ap-health/workers/employer-declined.json|ap-05", chromedp.ByQuery))
	b.press(`form[action="/scans"] button`)
	for _, page := range []string{"", "/fill/provider", "/report", "/changes?as-of=2026-12-31&trust-test=0.2&level=img-s2:2", "/plan?unmet=yes", "/routes", "/routes?to=imaging-assistant-practitioner"} {
		b.open("/scans/1" + page)
		b.look("sample" + strings.NewReplacer("/", "-", "?", "-", "&", "-", ":", "-").Replace(page))
	}
	for _, page := range []string{"/fill/provider", "/report"} {
		b.open("/scans/3" + page)
		b.look("72" + strings.ReplaceAll(page, "/", "-"))
	}
}

// prints: a page goes on paper, without the links of the site.
func (b *tabOfBrowser) prints(name string) {
	b.Helper()
	var pdf []byte
	b.run(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = cdp.PrintToPDF().Do(ctx)
		return err
	}))
	require.True(b, strings.HasPrefix(string(pdf), "%PDF"), name)
	b.run(emulation.SetEmulatedMedia().WithMedia("print"))
	b.shoot(name + "-print")
	require.NoError(b, chromedp.Run(b.ctx, chromedp.WaitNotVisible("nav.site", chromedp.ByQuery)))
	b.run(emulation.SetEmulatedMedia())
}

// downloads: the archive, by its link.
func (b *tabOfBrowser) downloads() {
	b.Helper()
	b.open("/scans/2/take")
	b.look("take")
	b.run(chromedp.Click(`a[href*="everything.zip"]`, chromedp.ByQuery))
	var found []string
	require.Eventually(b, func() bool {
		found, _ = filepath.Glob(filepath.Join(b.files, "*.zip"))
		return len(found) == 1
	}, 20*time.Second, 50*time.Millisecond, "the download comes")
	data, err := os.ReadFile(found[0])
	require.NoError(b, err)
	require.True(b, strings.HasPrefix(string(data), "PK"), "%s is an archive", found[0])
}
