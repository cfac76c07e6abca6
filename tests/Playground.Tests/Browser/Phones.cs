using Microsoft.Playwright;

namespace Playground.Tests.Browser;

/// <summary>Small screens.</summary>
internal static class Phones
{
    /// <summary>The pixels of CSS from side to side.</summary>
    public const int Width = 390;

    /// <summary>A phone whose owner prefers dark colours.</summary>
    public static BrowserNewContextOptions Dark => new()
    {
        ViewportSize = new ViewportSize { Width = Width, Height = 844 },
        HasTouch = true,
        IsMobile = true,
        DeviceScaleFactor = 2,
        ColorScheme = ColorScheme.Dark,
    };
}
