using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Playground.Tests.Browser;

namespace Playground.Tests.Plane;

/// <summary>The page of the plane in a browser.</summary>
public class PlanePageTests(SiteFixture site)
{
    [Fact]
    public async Task Xor_is_trained_to_a_loss_below_a_hundredth()
    {
        await using Visit visit = await OpenAsync();
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 0");
        await PlanePage.ChooseAsync(visit.Page, ("speed", "0"));
        await PlanePage.TrainBelowAsync(visit.Page, 0.01);
        await Assertions.Expect(visit.Page.Locator("#loss")).ToContainTextAsync("100 % on the right side");
        await visit.ScreenshotAsync("plane");
    }

    [Theory]
    [InlineData("clouds", "Tanh", "4")]
    [InlineData("circle", "ReLU", "8")]
    [InlineData("moons", "SiLU", "4x4")]
    public async Task Each_set_of_points_is_learned(string data, string activation, string layers)
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", data), ("activation", activation), ("layers", layers), ("optimizer", "Adam"), ("rate", "0.03"), ("batch", "10"), ("speed", "0"));
        await Assertions.Expect(visit.Page.Locator("#declaration")).ToContainTextAsync($"class {activation}{layers};");
        await PlanePage.TrainBelowAsync(visit.Page, 0.2);
    }

    [Fact]
    public async Task Spirals_are_learned_by_two_hidden_layers()
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", "spiral"), ("layers", "8x8"), ("optimizer", "Adam"), ("rate", "0.01"), ("batch", "10"), ("speed", "0"));
        await Assertions.Expect(visit.Page.Locator("#declaration")).ToContainTextAsync("class Tanh8x8;");
        await PlanePage.TrainBelowAsync(visit.Page, 0.05);
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Layer 2, unit 2" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#row .formula").Last).ToContainTextAsync("dz2_2");
        await visit.ScreenshotAsync("playground-plane", height: 1180);
    }

    [Fact]
    public async Task A_step_changes_a_weight_as_the_formula_says()
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", "circle"), ("batch", "4"), ("penalty", "0.01"));
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Layer 1, unit 2" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "W1_1_2", Exact = true }).ClickAsync();
        for (int step = 1; step <= 3; step++)
        {
            await Assertions.Expect(visit.Page.Locator("#gradient-title")).ToContainTextAsync("dW1_1_2");
            string formula = await visit.Page.Locator("#gradient .formula").Last.InnerTextAsync();
            Assert.StartsWith("W1_1_2 ← ", formula, StringComparison.Ordinal);
            string[] parts = formula["W1_1_2 ← ".Length..].Split(" = ");
            Assert.Equal(Formula.Evaluate(parts[0]), Formula.Number(parts[1]), 1e-3 * Formula.Size(parts[0]));

            await visit.Page.Locator("#step").ClickAsync();
            await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync($"step {step} ");
            Assert.Equal(parts[1], await PlanePage.WeightAsync(visit.Page, "W1_1_2"));
        }
    }

    [Theory]
    [InlineData("Sigmoid", "2")]
    [InlineData("Tanh", "4x4")]
    [InlineData("SiLU", "8")]
    [InlineData("ReLU", "8x8")]
    [InlineData("Tanh", "16x16")]
    public async Task The_numbers_in_the_formulas_of_each_unit_give_its_values(string activation, string layers)
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", "moons"), ("activation", activation), ("layers", layers), ("batch", "4"));
        await Assertions.Expect(visit.Page.Locator("#declaration")).ToContainTextAsync($"class {activation}{layers};");
        await visit.Page.Locator("#next").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#sample")).ToContainTextAsync("2 of 4");
        ILocator units = visit.Page.Locator("#graph button");
        int hidden = layers.Split('x').Length, count = await units.CountAsync();
        foreach (int unit in new[] { 0, count - 2, count - 1 })
        {
            await units.Nth(unit).ClickAsync();
            string last = unit == count - 1 ? $"dz{hidden + 1}_0" : unit == 0 ? "dz1_0" : $"dz{hidden}_";
            await Assertions.Expect(visit.Page.Locator("#row .formula").Last).ToContainTextAsync($"{last}");
            IReadOnlyList<(string Name, string Numbers, double Value)> formulas = await PlanePage.FormulasAsync(visit.Page);
            Assert.True(formulas.Count >= 3);
            Assert.All(formulas, formula => Assert.Equal(Formula.Evaluate(formula.Numbers), formula.Value, 0.01 * Formula.Size(formula.Numbers) + 1e-9));
        }
    }

    [Fact]
    public async Task Points_of_ones_own_are_added_by_clicking_and_taken_back()
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", "own"));
        await Assertions.Expect(visit.Page.Locator("#loss")).ToHaveTextAsync("no points yet");
        await PlanePage.ClickAsync(visit.Page, 0.2, 0.5);
        await PlanePage.ClickAsync(visit.Page, 0.3, 0.4);
        await visit.Page.Locator("#add1").ClickAsync();
        await PlanePage.ClickAsync(visit.Page, 0.8, 0.5);
        await PlanePage.ClickAsync(visit.Page, 0.7, 0.6);
        await Assertions.Expect(visit.Page.Locator("#sample")).ToHaveTextAsync("point 1, 1 of 4");
        await visit.Page.Locator("#undo").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#sample")).ToHaveTextAsync("point 1, 1 of 3");
        await PlanePage.TrainBelowAsync(visit.Page, 0.1);
        await visit.ScreenshotAsync("plane-own");
        await visit.Page.Locator("#clear").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#loss")).ToHaveTextAsync("no points yet");
    }

    [Fact]
    public async Task Reset_brings_the_same_weights_back_and_another_seed_others()
    {
        await using Visit visit = await OpenAsync();
        string first = await PlanePage.WeightAsync(visit.Page, "W1_0_0");
        await visit.Page.Locator("#step").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 1 ");
        Assert.NotEqual(first, await PlanePage.WeightAsync(visit.Page, "W1_0_0"));
        await visit.Page.Locator("#reset").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 0 ");
        await Assertions.Expect(visit.Page.Locator("#unit-weights td").Nth(1)).ToHaveTextAsync(first);
        await visit.Page.Locator("#reseed").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#unit-weights td").Nth(1)).Not.ToHaveTextAsync(first);
    }

    [Fact]
    public async Task A_keyboard_is_enough()
    {
        await using Visit visit = await OpenAsync();
        IKeyboard keyboard = visit.Page.Keyboard;
        await visit.Page.Locator("#step").FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#progress")).ToContainTextAsync("step 1 ");

        await visit.Page.Locator("#plane").FocusAsync();
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Page.Locator("#under")).ToHaveTextAsync("x_0 = −0.1, x_1 = 0.1");
        await keyboard.PressAsync("2");
        await Assertions.Expect(visit.Page.Locator("#sample")).ToHaveTextAsync("point 1, 1 of 5");
        await keyboard.PressAsync("Backspace");
        await Assertions.Expect(visit.Page.Locator("#sample")).ToHaveTextAsync("point 1, 1 of 4");

        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Output" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#unit-title")).ToHaveTextAsync("The weights of the output");
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "b2_0", Exact = true }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("#gradient-title")).ToHaveTextAsync("Where db2_0 comes from");
    }

    [Fact]
    public async Task It_fits_a_phone_and_the_dark()
    {
        await using Visit visit = await OpenAsync(Phones.Dark);
        await visit.Page.Locator("#train").TapAsync();
        await Assertions.Expect(visit.Page.Locator("#progress")).Not.ToContainTextAsync("step 0");
        await visit.Page.Locator("#train").TapAsync();
        Assert.Equal(Phones.Width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await visit.ScreenshotAsync("plane-phone");
    }

    [Theory]
    [InlineData("4", "1")]
    [InlineData("16x16", "0")]
    public async Task Frames_go_on_while_it_trains(string layers, string speed)
    {
        await using Visit visit = await OpenAsync();
        await PlanePage.ChooseAsync(visit.Page, ("data", "spiral"), ("layers", layers), ("batch", "10"), ("speed", speed));
        await visit.Page.Locator("#train").ClickAsync();
        double perSecond = await Frames.PerSecondAsync(visit.Page);
        await visit.Page.Locator("#train").ClickAsync();
        string progress = (await visit.Page.Locator("#progress").TextContentAsync())!;
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"the plane, hidden layers {layers}: {perSecond:F0} frames a second while it trains; {progress} after two seconds"));
        Assert.True(perSecond > 0);
    }

    private async Task<Visit> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Visit visit = await site.OpenAsync("plane", options);
        await visit.Page.Locator("#page[data-ready]").WaitForAsync();
        return visit;
    }
}
