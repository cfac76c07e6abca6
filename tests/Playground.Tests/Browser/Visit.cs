using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Playground.Tests.Browser;

/// <summary>A visit of one page. When it ends, nothing must have gone wrong in the console, and nothing been asked of another host.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    public static async Task<Visit> StartAsync(IBrowserContext context, Uri address)
    {
        var visit = new Visit(context, await context.NewPageAsync());
        context.Request += (_, request) => visit.Check(address, request.Url);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visit._faults.Enqueue($"console: {message.Text} ({message.Location})");
        };
        visit.Page.SetDefaultTimeout(120_000);
        visit.Page.PageError += (_, error) => visit._faults.Enqueue($"error: {error}");
        await visit.Page.GotoAsync(address.AbsoluteUri);
        // Hidden as soon as .NET runs.
        await visit.Page.Locator("#state").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        return visit;
    }

    /// <summary>Keeps a picture of the whole page, or of its upper part.</summary>
    /// <param name="name">The file, without .png.</param>
    /// <param name="height">How much of it, in pixels; all of it without.</param>
    public async Task ScreenshotAsync(string name, int? height = null)
    {
        ViewportSize? before = height is null ? null : new ViewportSize { Width = Page.ViewportSize!.Width, Height = Page.ViewportSize.Height };
        if (height is { } pixels)
            await Page.SetViewportSizeAsync(before!.Width, pixels);
        await Page.EvaluateAsync("scrollTo(0, 0)");
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = System.IO.Path.Combine(SiteFixture.Screenshots, name + ".png"),
            FullPage = height is null,
            Animations = ScreenshotAnimations.Disabled,
        });
        if (before is not null)
            await Page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }

    private void Check(Uri site, string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out Uri? asked) && asked.Scheme is "http" or "https" && asked.Authority != site.Authority)
            _faults.Enqueue($"request: {address}");
    }
}
