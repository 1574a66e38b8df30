"""The HTML report in a real browser: filters, keys, anchors, decisions, printing, accessibility.

Usage: page_test.py PAGE [AXE]

PAGE is a report made by `dragoman check --output html:PAGE`; AXE, where given, is axe-core's axe.min.js, whose rules of
WCAG 2.2 A and AA must find nothing. Needs Chromium with its driver and Selenium; scripts/test-browser installs them.
"""

import json
import os
import pathlib
import sys
import tempfile
import time
import unittest

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

PAGE = pathlib.Path(sys.argv[1]).resolve()
AXE = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
DOWNLOADS = tempfile.mkdtemp()


def browser(scripts=True):
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000"]:
        options.add_argument(argument)
    preferences = {"download.default_directory": DOWNLOADS}
    if not scripts:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = browser()

    @classmethod
    def tearDownClass(cls):
        cls.driver.quit()

    def setUp(self):
        self.open("")

    def open(self, suffix):
        self.driver.get("about:blank")
        self.driver.get(PAGE.as_uri() + suffix)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def seen(self, selector):
        return [element for element in self.all(selector) if element.is_displayed()]

    def press(self, keys):
        ActionChains(self.driver).send_keys(keys).perform()

    def focused(self):
        return self.driver.execute_script("return document.activeElement.id")

    def test_nothing_goes_wrong(self):
        messages = [entry["message"] for entry in self.driver.get_log("browser")]
        self.assertEqual(messages, [])

    def test_clean_rows_are_folded_and_unfold(self):
        rows = len(self.all("tr[data-row]"))
        shown = len(self.seen("tr[data-row]"))
        self.assertTrue(0 < shown < rows, f"{shown} of {rows}")
        for button in self.seen(".fold button"):
            button.click()
        self.assertEqual(len(self.seen("tr[data-row]")), rows)

    def test_all_rows_by_the_toggle_and_in_the_address(self):
        self.one("input[name=all]").click()
        self.assertEqual(len(self.seen("tr[data-row]")), len(self.all("tr[data-row]")))
        self.assertIn("show=all", self.driver.current_url)

    def test_a_check_alone(self):
        check = self.one(".finding").get_attribute("data-check")
        self.open(f"?check={check}")
        self.assertEqual({e.get_attribute("data-check") for e in self.seen(".finding")}, {check})
        self.assertEqual({e.get_attribute("data-check") for e in self.seen(".index li")}, {check})

    def test_severities(self):
        for box in self.all("input[name=severity]"):
            box.click()
        self.assertEqual(self.seen(".finding"), [])
        self.assertIn("0 of", self.one("#shown").text)
        self.one("button[type=reset]").click()
        time.sleep(0.2)
        self.assertEqual(len(self.seen(".finding")), len(self.all(".finding")))

    def test_a_text_that_stands_once(self):
        row = self.all("tr[data-row]")[-1]
        text = self.driver.execute_script("return arguments[0].cells[1].textContent.trim()", row)
        self.press("/")
        self.press(text)
        shown = self.seen("tr[data-row]")
        self.assertIn(row.get_attribute("id"), [each.get_attribute("id") for each in shown])
        self.assertLess(len(shown), 3)

    def test_keys_walk_through_findings_and_rows(self):
        ids = [each.get_attribute("id") for each in self.seen(".finding")]
        walked = []
        for _ in ids:
            self.press("n")
            walked.append(self.focused())
        self.assertEqual(walked, ids)
        self.press("p")
        self.assertEqual(self.focused(), ids[-2] if len(ids) > 1 else ids[0])
        before = self.driver.execute_script("return document.activeElement.closest('tr').id")
        self.press("j")
        self.assertNotEqual(self.focused(), before)
        self.press("k")
        self.assertEqual(self.focused(), before)

    def test_words_show_their_counterparts(self):
        self.press("n")
        self.driver.execute_script("document.activeElement.closest('tr').focus()")
        before = self.driver.execute_script("return document.activeElement.textContent")
        self.press(Keys.ARROW_RIGHT)
        sides = [
            self.driver.execute_script(
                "return [...document.activeElement.cells[arguments[0]].querySelectorAll('.linked')]"
                ".map((word) => word.textContent)", cell)
            for cell in (1, 2)]
        self.assertTrue(all(sides), sides)
        self.assertTrue(all("".join(words).strip() in before for words in sides))
        # The pointer on the counterpart shows the same words.
        word = self.driver.find_elements(By.CSS_SELECTOR, "tr:focus td:nth-of-type(2) .linked")[0]
        ActionChains(self.driver).move_to_element(self.one("h1")).move_to_element(word).perform()
        self.assertIn(sides[0][0], [each.text for each in self.all("td:nth-of-type(1) .linked")])
        self.assertEqual(before, self.driver.execute_script("return document.activeElement.textContent"))

    def test_help_opens_and_closes(self):
        self.press("?")
        self.assertTrue(self.one("#help").is_displayed())
        self.press(Keys.ESCAPE)
        self.assertFalse(self.one("#help").is_displayed())

    def test_an_anchor_unfolds_its_row(self):
        hidden = [each for each in self.all("tr[data-row]") if not each.is_displayed()][0].get_attribute("id")
        self.open("#" + hidden)
        self.assertTrue(self.driver.find_element(By.ID, hidden).is_displayed())

    def test_decisions_are_saved_as_a_baseline(self):
        finding = self.seen(".finding")[0]
        finding.find_element(By.TAG_NAME, "summary").click()
        self.assertIn("dragoman accept", finding.find_element(By.TAG_NAME, "code").text)
        finding.find_element(By.NAME, "reason").send_keys('as in the "original" \\')
        finding.find_element(By.CSS_SELECTOR, ".accept button").click()
        self.one("#save").click()
        path = pathlib.Path(DOWNLOADS, "decisions.jsonl")
        for _ in range(50):
            if path.exists():
                break
            time.sleep(0.1)
        head, entry = [json.loads(line) for line in path.read_text().splitlines()]
        self.assertEqual((head["type"], head["version"]), ("dragoman-baseline", 1))
        self.assertEqual(entry["fingerprint"], finding.get_attribute("data-fingerprint"))
        self.assertEqual(entry["reason"], 'as in the "original" \\')

    def test_without_scripts_everything_is_there(self):
        driver = browser(scripts=False)
        try:
            driver.get(PAGE.as_uri())
            rows = driver.find_elements(By.CSS_SELECTOR, "tr[data-row]")
            self.assertTrue(all(row.is_displayed() for row in rows))
            self.assertFalse(driver.find_element(By.ID, "filters").is_displayed())
        finally:
            driver.quit()

    def test_long_page_is_laid_out_in_parts(self):
        self.driver.get(PAGE.with_name("long.html").as_uri())
        findings = len(self.all(".finding"))
        self.assertGreater(findings, 300)
        shown = len(self.seen(".finding"))
        self.assertLess(shown, findings)
        self.seen(".more button")[0].click()
        self.assertGreater(len(self.seen(".finding")), shown)
        self.assertTrue(self.focused())
        self.driver.get(PAGE.with_name("long.html").as_uri() + f"#f{findings}")
        self.assertTrue(self.one(f"#f{findings}").is_displayed())
        self.driver.execute_script("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(self.seen(".finding")), findings)

    def test_print_has_no_controls(self):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        try:
            self.assertFalse(self.one("#filters").is_displayed())
            self.assertTrue(self.seen(".finding"))
        finally:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})

    def test_narrow_page_does_not_scroll_sideways(self):
        width, inner = self.driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
        self.assertLessEqual(width, inner)

    @unittest.skipUnless(os.environ.get("DRAGOMAN_RECORD"), "the README's picture is taken with DRAGOMAN_RECORD=1")
    def test_picture(self):
        self.driver.set_window_size(1200, 1250)
        self.open("")
        self.driver.save_screenshot(str(pathlib.Path(__file__).parents[2] / "docs" / "report.png"))
        self.driver.set_window_size(1400, 1000)

    def test_accessibility(self):
        if AXE is None:
            self.skipTest("axe-core is not there")
        for scheme in ["light", "dark"]:
            self.driver.execute_cdp_cmd(
                "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
            )
            # The page's own policy forbids other scripts; the driver's do not pass through it.
            self.driver.execute_script(AXE.read_text())
            violations = self.driver.execute_async_script(
                "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
                ".then(result => arguments[0](result.violations.map(v => v.id + ': ' + v.nodes[0].html + v.nodes[0].failureSummary)))"
            )
            self.assertEqual(violations, [], scheme)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
