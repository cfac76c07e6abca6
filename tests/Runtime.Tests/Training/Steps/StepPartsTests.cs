namespace GenNet.Tests.Training;

/// <summary>The divisions that measurements gave: `Benchmarks threads`.</summary>
public class StepPartsTests
{
    [Theory]
    [InlineData("784-100-10", 89_610, 275, 32, 2, 1)]
    [InlineData("784-100-10", 89_610, 275, 64, 2, 2)]
    [InlineData("784-100-10", 89_610, 275, 128, 2, 2)]
    [InlineData("784-100-10", 89_610, 275, 128, 16, 5)]
    [InlineData("784-512-512-10", 669_706, 2_150, 32, 2, 1)]
    [InlineData("784-512-512-10", 669_706, 2_150, 128, 2, 2)]
    [InlineData("4096-1024-10", 4_205_578, 2_100, 1024, 2, 2)]
    [InlineData("54-96-7", 5_959, 240, 128, 2, 1)]
    [InlineData("4-32-16-4", 756, 140, 1024, 2, 1)]
    [InlineData("4-32-16-4", 756, 140, 1_000_000, 2, 1)]
    [InlineData("a single number", 1, 1, 1_000_000, 2, 1)]
    [InlineData("the largest", int.MaxValue, 1, int.MaxValue, int.MaxValue, 97_612_891)]
    public void A_step_is_divided_where_the_second_thread_gains(string network, int parameters, int activations, int rows, int threads, int parts)
    {
        Assert.NotEmpty(network);
        Assert.Equal(parts, StepParts.Of(rows, parameters, activations, threads));
    }
}
