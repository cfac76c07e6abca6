using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Playground.Tests.Browser;

/// <summary>How smoothly a page runs.</summary>
internal static class Frames
{
    /// <summary>Frames a second, over two seconds.</summary>
    public static Task<double> PerSecondAsync(IPage page) => page.EvaluateAsync<double>("""
        () => new Promise(resolve => {
          let frames = 0;
          const start = performance.now(), tick = now => now - start < 2000 ? (frames++, requestAnimationFrame(tick)) : resolve(1000 * frames / (now - start));
          requestAnimationFrame(tick);
        })
        """);
}
