using System;
using System.Globalization;
using System.Linq;

namespace GenNet.Tests.Training;

public class ScheduleTests
{
    /// <summary>The factors at the first step of epochs 1, 2, ... of <paramref name="steps"/> steps each.</summary>
    private static double[] ByEpoch(ISchedule schedule, int epochs, int steps = 1) => Enumerable.Range(1, epochs)
        .Select(epoch => schedule.Factor(new SchedulePoint { Epoch = epoch, Epochs = epochs, Step = (epoch - 1) * steps, Steps = epochs * steps })).ToArray();

    private static void Equal(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Constant_stays() => Equal([0.5, 0.5, 0.5], ByEpoch(new ConstantSchedule(0.5), 3));

    [Fact]
    public void Step_is_a_tenth_from_each_of_its_epochs_on()
    {
        Equal([1, 1, 0.1, 0.1, 0.01], ByEpoch(new StepSchedule(3, 5), 5));
        Equal([1, 0.5, 0.5], ByEpoch(new StepSchedule(0.5, 2), 3));
    }

    [Fact]
    public void Exponential_falls_after_each_epoch() => Equal([1, 0.9, 0.9 * 0.9], ByEpoch(new ExponentialSchedule(0.9), 3));

    [Fact]
    public void Cosine_falls_from_one_to_its_minimum()
    {
        // 1 + cos(pi s / 4): s = 0 ... 3, halved.
        double root = Math.Sqrt(0.5);
        Equal([1, (1 + root) / 2, 0.5, (1 - root) / 2], ByEpoch(new CosineSchedule(), 4));
        Equal([1, 0.2 + 0.8 * 0.5], ByEpoch(new CosineSchedule(0.2), 2));
    }

    [Fact]
    public void Warmup_grows_to_the_rate_and_hands_over()
    {
        Equal([0.25, 0.5, 0.75, 1, 1, 1], ByEpoch(new LinearWarmup(4), 6));

        // The cosine counts from the end of the warm-up: two steps of warm-up, then four of cosine.
        Equal([0.5, 1, .. ByEpoch(new CosineSchedule(), 4)], ByEpoch(new LinearWarmup(2, new CosineSchedule()), 6));
        Equal([0.5, 1, 0.1], ByEpoch(new LinearWarmup(2, new StepSchedule(3)), 3));
    }

    [Fact]
    public void Plateau_lowers_the_rate_when_patience_is_over()
    {
        // PyTorch's ReduceLROnPlateau(factor=0.5, patience=2, threshold=0.1, cooldown=1) by hand.
        var schedule = new ReduceOnPlateau(factor: 0.5, patience: 2, threshold: 0.1, cooldown: 1);
        (double Loss, double Factor)[] epochs =
        [
            (10, 1), (8, 1), // improvements
            (7.5, 1), (double.NaN, 1), (7.3, 0.5), // three epochs that are not below 8 * 0.9 in a row
            (9, 0.5), // cooldown: not counted
            (9, 0.5), (9, 0.5), (9, 0.25),
            (1, 0.25), // the cooldown is over, an improvement
            (1, 0.25), (1, 0.25), (1, 0.125),
        ];
        PlateauState state = PlateauState.Initial;
        foreach ((double loss, double factor) in epochs)
        {
            state = schedule.Observe(state, loss);
            Assert.Equal(factor, schedule.Factor(new SchedulePoint { Plateau = state }));
        }
    }

    [Fact]
    public void Plateau_ends_at_its_minimum_and_never_at_zero()
    {
        double Last(ReduceOnPlateau schedule) => Enumerable.Range(0, 100).Aggregate(PlateauState.Initial, (state, _) => schedule.Observe(state, 1)).Factor;
        Assert.Equal(0.05, Last(new ReduceOnPlateau(patience: 0, minimum: 0.05)));
        Assert.InRange(Last(new ReduceOnPlateau(patience: 0)), 1e-9, 1.1e-8);
    }

    [Fact]
    public void Plateau_works_behind_a_warmup()
    {
        var schedule = new LinearWarmup(2, new ReduceOnPlateau(patience: 0));
        PlateauState state = ((ISchedule)schedule).Observe(((ISchedule)schedule).Observe(PlateauState.Initial, 1), 1);
        Assert.Equal(0.1, schedule.Factor(new SchedulePoint { Step = 5, Steps = 10, Plateau = state }));
    }

    [Fact]
    public void The_text_has_the_settings_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("warmup steps=3 then step factor=0.1 epochs=2,5", new LinearWarmup(3, new StepSchedule(2, 5)).ToString());
            Assert.Equal("plateau factor=0.1 patience=10 threshold=0.0001 cooldown=0 minimum=0", new ReduceOnPlateau().ToString());
            Assert.Equal("cosine minimum=0.25", new CosineSchedule(0.25).ToString());
            Assert.Equal("exponential decay=0.5", new ExponentialSchedule(0.5).ToString());
            Assert.Equal("constant factor=0.5", new ConstantSchedule(0.5).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new ConstantSchedule(0));
        Assert.Throws<ArgumentException>("epochs", () => new StepSchedule());
        Assert.Contains("got 3 after 5", Assert.Throws<ArgumentException>("epochs", () => new StepSchedule(5, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("got 1 after 1", Assert.Throws<ArgumentException>("epochs", () => new StepSchedule(0.1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new StepSchedule(double.NaN, 2));
        Assert.Throws<ArgumentOutOfRangeException>("decay", () => new ExponentialSchedule(-1));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => new CosineSchedule(1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new LinearWarmup(0));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new ReduceOnPlateau(factor: 1));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => new ReduceOnPlateau(factor: 0));
        Assert.Throws<ArgumentOutOfRangeException>("patience", () => new ReduceOnPlateau(patience: -1));
        Assert.Throws<ArgumentOutOfRangeException>("threshold", () => new ReduceOnPlateau(threshold: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("cooldown", () => new ReduceOnPlateau(cooldown: -1));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => new ReduceOnPlateau(minimum: 1));
    }
}
