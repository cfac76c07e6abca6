using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Hosting;

[assembly: AssemblyFixture(typeof(Playground.Tests.Browser.SiteFixture))]

namespace Playground.Tests.Browser;

/// <summary>The site, built and served once for all tests, and a browser of the system's. Playwright is told to download none.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private static readonly string[] Names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];

    private DirectoryInfo? _folder;
    private SiteServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where screenshots go: they are kept.</summary>
    public static string Screenshots { get; } = Path.Combine(AppContext.BaseDirectory, "screenshots");

    /// <summary>What a visit loads.</summary>
    internal SiteSize? Size { get; private set; }

    /// <summary>Where the site has been written to.</summary>
    internal string Folder => _folder!.FullName;

    /// <summary>Where it is served.</summary>
    internal Uri Address => _server!.Address;

    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("playground-tests-");
        Size = SiteBuilder.Build(_folder.FullName);
        _server = SiteServer.Start(_folder.FullName, port: 0);
        Directory.CreateDirectory(Screenshots);
        if (Executable() is not { } path)
            return;
        // A machine may be slow: what is awaited comes or does not.
        Assertions.SetDefaultExpectTimeout(120_000);
        _playwright = await Playwright.CreateAsync();
        // A machine that builds at the same time is slow; what is wrong does not come right within half a minute either.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            // Root has no sandbox.
            ChromiumSandbox = OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _server?.Dispose();
        _folder?.Delete(recursive: true);
    }

    /// <summary>A page as a new visitor sees it. Skips the test where there is no browser.</summary>
    /// <param name="name">The page, such as digits.</param>
    /// <param name="options">Width, colours and so on; a desktop without.</param>
    internal async Task<Visit> OpenAsync(string name, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, $"There is no browser: none of {string.Join(", ", Names)} is in PATH. Debian and Ubuntu: apt-get install chromium.");
        options ??= new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } };
        return await Visit.StartAsync(await _browser!.NewContextAsync(options), new Uri(Address, $"#{name}"));
    }

    private static string? Executable() => Names
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);
}
