namespace GenNet.Tests.Training;

/// <summary>The divisions that measurements gave, `Benchmarks threads`, of dense networks; those of convolutions follow from the same costs.</summary>
public class StepPartsTests
{
    [Theory]
    [InlineData("784-100-10", 89_610, 159_800, 210, 32, 2, 1)]
    [InlineData("784-100-10", 89_610, 159_800, 210, 64, 2, 2)]
    [InlineData("784-100-10", 89_610, 159_800, 210, 128, 2, 2)]
    [InlineData("784-100-10", 89_610, 159_800, 210, 128, 16, 4)]
    [InlineData("784-512-512-10", 669_706, 1_604_608, 2_058, 32, 2, 1)]
    [InlineData("784-512-512-10", 669_706, 1_604_608, 2_058, 128, 2, 2)]
    [InlineData("4096-1024-10", 4_205_578, 8_419_328, 2_058, 1024, 2, 2)]
    [InlineData("54-96-7", 5_959, 12_384, 199, 128, 2, 1)]
    [InlineData("4-32-16-4", 756, 1_980, 100, 1024, 2, 1)]
    [InlineData("4-32-16-4", 756, 1_980, 100, 1_000_000, 2, 1)]
    [InlineData("a single number", 1, 2, 1, 1_000_000, 2, 1)]
    [InlineData("LeNet-5", 61_706, 1_131_960, 10_000, 8, 2, 1)]
    [InlineData("LeNet-5", 61_706, 1_131_960, 10_000, 32, 2, 2)]
    [InlineData("LeNet-5", 61_706, 1_131_960, 10_000, 128, 64, 16)]
    [InlineData("the largest", int.MaxValue, 2L * int.MaxValue, 1, int.MaxValue, int.MaxValue, 95_443_715)]
    public void A_step_is_divided_where_the_second_thread_gains(string network, int parameters, long multiplyAdds, int read, int rows, int threads, int parts)
    {
        Assert.NotEmpty(network);
        Assert.Equal(parts, new StepParts(parameters, multiplyAdds, read).Of(rows, threads));
    }

    [Theory]
    [InlineData("784-100-10", 89_610, 159_800, 210, false)]
    [InlineData("54-96-7", 5_959, 12_384, 199, false)]
    [InlineData("LeNet-5", 61_706, 1_131_960, 10_000, true)]
    [InlineData("one convolution and a large dense layer", 10_000_000, 100_000_000, 10_000, false)]
    public void Threads_sum_their_own_gradients_where_there_are_fewer_of_them_than_activations(string network, int parameters, long multiplyAdds, int read, bool own)
    {
        Assert.NotEmpty(network);
        Assert.Equal(own, new StepParts(parameters, multiplyAdds, read).HaveOwnGradients);
    }
}
