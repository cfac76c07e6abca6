using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Playground.Tests.Digits;

/// <summary>What a visitor does on the page of digits.</summary>
internal static class DigitPage
{
    /// <summary>Draws with the mouse, as a hand would.</summary>
    public static async Task DrawAsync(IPage page, int digit)
    {
        ILocator pad = page.Locator("#pad");
        await pad.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await pad.BoundingBoxAsync())!;
        (float X, float Y) Place((double X, double Y) point) => ((float)(box.X + box.Width * (0.15 + 0.7 * point.X)), (float)(box.Y + box.Height * (0.15 + 0.7 * point.Y)));
        foreach ((double X, double Y)[] stroke in Handwriting.Strokes[digit])
        {
            (float x, float y) = Place(stroke[0]);
            await page.Mouse.MoveAsync(x, y);
            await page.Mouse.DownAsync();
            foreach ((double X, double Y) point in stroke)
            {
                (x, y) = Place(point);
                await page.Mouse.MoveAsync(x, y, new MouseMoveOptions { Steps = 2 });
            }

            await page.Mouse.UpAsync();
        }
    }

    /// <summary>The ten percentages.</summary>
    public static async Task<string> ProbabilitiesAsync(IPage page) => string.Join("; ", await page.Locator("#probabilities output").AllTextContentsAsync());

    /// <summary>Waits until the percentages are these.</summary>
    public static Task ExpectProbabilitiesAsync(IPage page, string probabilities) =>
        Assertions.Expect(page.Locator("#probabilities output")).ToHaveTextAsync(probabilities.Split("; "));

    /// <summary>Begins to note the times from a stroke until its answer is painted, which the page measures.</summary>
    public static Task WatchStrokesAsync(IPage page) => page.EvaluateAsync("""
        () => {
          window.strokes = [];
          new PerformanceObserver(list => strokes.push(...list.getEntriesByName('stroke to answer').map(entry => entry.duration))).observe({ entryTypes: ['measure'] });
        }
        """);

    /// <summary>Median and largest of the times since the last call.</summary>
    public static Task<string> StrokeTimesAsync(IPage page) => page.EvaluateAsync<string>("""
        async () => {
          await new Promise(resolve => setTimeout(resolve, 100));
          const times = strokes.splice(0).sort((a, b) => a - b);
          return `median ${times[times.length >> 1].toFixed(1)} ms, at most ${times.at(-1).toFixed(1)} ms of ${times.length}`;
        }
        """);
}
