using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Playground.Tests.Plane;

/// <summary>What a visitor does and sees on the page of the plane.</summary>
internal static class PlanePage
{
    /// <summary>Chooses in several lists, each by its id.</summary>
    public static async Task ChooseAsync(IPage page, params IEnumerable<(string List, string Value)> choices)
    {
        foreach ((string list, string value) in choices)
            await page.Locator($"#{list}").SelectOptionAsync(value);
    }

    /// <summary>Trains until the loss is below a number.</summary>
    public static async Task TrainBelowAsync(IPage page, double loss)
    {
        await page.Locator("#train").ClickAsync();
        await page.WaitForFunctionAsync("loss => parseFloat(document.querySelector('#loss').textContent.replaceAll('−', '-')) < loss", loss);
        await page.Locator("#train").ClickAsync();
    }

    /// <summary>Clicks on the plane.</summary>
    /// <param name="page">The page.</param>
    /// <param name="x">From 0, left, to 1.</param>
    /// <param name="y">From 0, above, to 1.</param>
    public static async Task ClickAsync(IPage page, double x, double y)
    {
        ILocator plane = page.Locator("#plane");
        LocatorBoundingBoxResult box = (await plane.BoundingBoxAsync())!;
        await plane.ClickAsync(new LocatorClickOptions { Position = new Position { X = (float)(x * box.Width), Y = (float)(y * box.Height) } });
    }

    /// <summary>The value of a weight in the table.</summary>
    public static Task<string> WeightAsync(IPage page, string name) =>
        page.Locator("#unit-weights tr").Filter(new LocatorFilterOptions { Has = page.GetByText(name, new PageGetByTextOptions { Exact = true }) }).Locator("td").Nth(1).InnerTextAsync();

    /// <summary>The formulas of the chosen unit: what is computed, from which numbers, and the value that the page says.</summary>
    public static async Task<IReadOnlyList<(string Name, string Numbers, double Value)>> FormulasAsync(IPage page)
    {
        List<(string, string, double)> formulas = [];
        foreach (string text in await page.Locator("#row .formula").AllInnerTextsAsync())
        {
            string[] parts = text.Split('\n')[^1].Split(" = ", StringSplitOptions.TrimEntries);
            formulas.Add((parts[0], parts[1], Formula.Number(parts[2])));
        }

        return formulas;
    }
}
