using System.Globalization;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Tests.Browser;

namespace Playground.Tests.Deep;

/// <summary>The page of deep networks in a browser.</summary>
public class DeepPageTests(SiteFixture site)
{
    [Fact]
    public async Task Gradients_vanish_with_sigmoids_and_small_weights_and_not_with_relu_and_he()
    {
        await using Visit visit = await OpenAsync();
        ILocator finding = visit.Page.Locator("#finding"), states = visit.Page.Locator(".layer .judged");
        await Assertions.Expect(finding).ToContainTextAsync("Vanished: the gradient of layer 1");
        await Assertions.Expect(states).ToHaveCountAsync(10);
        for (int layer = 0; layer < 7; layer++)
            await Assertions.Expect(states.Nth(layer)).ToHaveTextAsync("vanished");
        await Assertions.Expect(states.Nth(9)).ToHaveTextAsync("collapsed");

        await ChooseAsync(visit.Page, "ReLU", "HeNormal");
        await Assertions.Expect(finding).ToHaveTextAsync("Healthy: activations and gradients keep their size through all ten layers.");
        for (int layer = 0; layer < 10; layer++)
            await Assertions.Expect(states.Nth(layer)).ToHaveTextAsync("healthy");
        await Assertions.Expect(visit.Page.Locator("#declaration")).ToContainTextAsync("class DeepReLU;");
    }

    [Fact]
    public async Task What_is_healthy_learns_and_what_has_vanished_does_not()
    {
        await using Visit visit = await OpenAsync();
        ILocator finding = visit.Page.Locator("#finding"), train = visit.Page.Locator("#train");
        await train.ClickAsync();
        await Assertions.Expect(finding).ToContainTextAsync("It does not learn");
        await train.ClickAsync();
        await visit.ScreenshotAsync("playground-deep", height: 1060);

        await ChooseAsync(visit.Page, "ReLU", "HeNormal");
        await train.ClickAsync();
        await Assertions.Expect(finding).ToContainTextAsync("It learns");
        await train.ClickAsync();
        await visit.ScreenshotAsync("deep");
    }

    [Theory]
    [InlineData("Tanh", "large", "Saturated:")]
    [InlineData("SELU", "large", "Exploding:")]
    [InlineData("Tanh", "Zeros", "No gradient:")]
    [InlineData("GELU", "Orthogonal", "Collapsed:")]
    public async Task Each_choice_is_named(string activation, string initialisation, string expected)
    {
        await using Visit visit = await OpenAsync();
        await ChooseAsync(visit.Page, activation, initialisation);
        await Assertions.Expect(visit.Page.Locator("#finding")).ToContainTextAsync(expected);
    }

    [Fact]
    public async Task A_loss_that_is_not_finite_ends_the_training()
    {
        await using Visit visit = await OpenAsync();
        await ChooseAsync(visit.Page, "ReLU", "large");
        await visit.Page.Locator("#train").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#train")).ToHaveTextAsync("Train");
        await Assertions.Expect(visit.Page.Locator("#loss")).ToHaveTextAsync("no longer finite");
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.Locator("#activation").FocusAsync();
        await visit.Page.Keyboard.PressAsync("T");
        await Assertions.Expect(visit.Page.Locator("#declaration")).ToContainTextAsync("class DeepTanh;");
        await visit.Page.Locator("#step").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 1 ");
    }

    [Fact]
    public async Task It_fits_a_phone_and_the_dark()
    {
        await using Visit visit = await OpenAsync(Phones.Dark);
        await visit.Page.Locator("#step").TapAsync();
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 1 ");
        Assert.Equal(Phones.Width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await visit.ScreenshotAsync("deep-phone");
    }

    [Fact]
    public async Task Frames_go_on_while_it_trains()
    {
        await using Visit visit = await OpenAsync();
        await visit.Page.Locator("#train").ClickAsync();
        double perSecond = await Frames.PerSecondAsync(visit.Page);
        await visit.Page.Locator("#train").ClickAsync();
        string progress = (await visit.Page.Locator("#progress").TextContentAsync())!;
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"ten layers: {perSecond:F0} frames a second while it trains; {progress} after two seconds"));
        Assert.True(perSecond > 0);
    }

    private static async Task ChooseAsync(IPage page, string activation, string initialisation)
    {
        await page.Locator("#activation").SelectOptionAsync(activation);
        await page.Locator("#initialisation").SelectOptionAsync(initialisation);
        await Assertions.Expect(page.Locator("#progress")).ToContainTextAsync("step 0 ");
    }

    private async Task<Visit> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Visit visit = await site.OpenAsync("deep", options);
        await visit.Page.Locator("#page[data-ready]").WaitForAsync();
        return visit;
    }
}
