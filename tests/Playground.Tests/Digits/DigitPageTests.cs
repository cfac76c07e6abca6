using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Tests.Browser;

namespace Playground.Tests.Digits;

/// <summary>The page of digits in a browser.</summary>
public class DigitPageTests(SiteFixture site)
{
    [Fact]
    public async Task A_drawn_digit_is_recognised()
    {
        await using Visit visit = await OpenAsync();
        foreach (int digit in new[] { 3, 7, 0 })
        {
            await visit.Page.Locator("#clear").ClickAsync();
            await DigitPage.DrawAsync(visit.Page, digit);
            await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync($"{digit}");
        }

        await visit.ScreenshotAsync("digits");
    }

    [Fact]
    public async Task A_wrong_digit_is_taught_until_it_is_right()
    {
        await using Visit visit = await OpenAsync();
        await DigitPage.DrawAsync(visit.Page, 1);
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("1");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "It is a 7" }).ClickAsync();
        await visit.Page.Locator("#probabilities[data-taught='7']").WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("7");
        await Assertions.Expect(visit.Page.Locator("#lesson")).ToContainTextAsync("loss");
        await visit.ScreenshotAsync("digits-taught");
    }

    [Fact]
    public async Task What_is_saved_comes_back_when_it_is_loaded_and_reset_is_what_the_site_has_brought()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.GetByLabel("A stored 4").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("4");
        string learned = await DigitPage.ProbabilitiesAsync(visit.Page);

        await visit.Page.Locator("#forget").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#probabilities output").Nth(4)).Not.ToHaveTextAsync(learned.Split("; ")[4]);
        string forgotten = await DigitPage.ProbabilitiesAsync(visit.Page);
        IDownload saved = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("#save").ClickAsync());
        string file = await saved.PathAsync();

        await visit.Page.Locator("#reset").ClickAsync();
        await DigitPage.ExpectProbabilitiesAsync(visit.Page, learned);
        await visit.Page.Locator("#load").SetInputFilesAsync(file);
        await DigitPage.ExpectProbabilitiesAsync(visit.Page, forgotten);
    }

    [Fact]
    public async Task A_file_of_something_else_is_refused_and_changes_nothing()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.GetByLabel("A stored 4").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("4");
        await visit.Page.Locator("#load").SetInputFilesAsync(new FilePayload { Name = "no.safetensors", MimeType = "application/octet-stream", Buffer = [1, 2, 3] });
        await Assertions.Expect(visit.Page.Locator("#lesson")).ToContainTextAsync("safetensors");
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("4");
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.GetByLabel("A stored 8").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("8");
        await visit.Page.Locator("#units").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Page.Locator("#unit-text")).ToContainTextAsync("Unit 11:");
        await visit.Page.Locator("#train").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#lesson")).ToContainTextAsync("Step");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#train")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task It_fits_a_phone_and_the_dark()
    {
        await using Visit visit = await site.OpenAsync("digits", Phones.Dark);
        await visit.Page.Locator("#page[data-ready]").WaitForAsync();
        await visit.Page.GetByLabel("A stored 5").TapAsync();
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("5");
        Assert.Equal(Phones.Width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await visit.ScreenshotAsync("digits-phone");
    }

    [Fact]
    public async Task Strokes_are_answered_while_it_trains()
    {
        await using Visit visit = await OpenAsync();
        await DigitPage.WatchStrokesAsync(visit.Page);
        await DigitPage.DrawAsync(visit.Page, 2);
        string idle = await DigitPage.StrokeTimesAsync(visit.Page);
        await visit.Page.Locator("#clear").ClickAsync();

        await visit.Page.Locator("#train").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#lesson")).ToContainTextAsync("Step");
        Task<double> frames = Frames.PerSecondAsync(visit.Page);
        await DigitPage.DrawAsync(visit.Page, 6);
        await Assertions.Expect(visit.Page.Locator("#verdict")).ToHaveTextAsync("6");
        double perSecond = await frames;
        string training = await DigitPage.StrokeTimesAsync(visit.Page);
        await visit.Page.Locator("#train").ClickAsync();
        await visit.Page.Locator("#units").HoverAsync(new LocatorHoverOptions { Position = new Position { X = 75, Y = 120 } });
        await Assertions.Expect(visit.Page.Locator("#unit-text")).Not.ToContainTextAsync("Unit 0:");
        string lesson = (await visit.Page.Locator("#lesson").TextContentAsync())!;
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"stroke to answer: idle {idle}; while it trains {training}; {perSecond:F0} frames a second; {lesson}"));
        await visit.Page.Mouse.MoveAsync(0, 0);
        await visit.ScreenshotAsync("playground-digits", height: 1050);
        Assert.True(perSecond > 0);
    }

    private async Task<Visit> OpenAsync()
    {
        Visit visit = await site.OpenAsync("digits", new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1200, Height = 900 } });
        await visit.Page.Locator("#page[data-ready]").WaitForAsync();
        return visit;
    }
}
