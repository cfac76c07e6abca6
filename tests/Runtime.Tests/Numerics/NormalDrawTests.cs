using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GenNet.Tests.Numerics;

/// <summary>What a seed draws has the same bits on every machine: pinned here, and right besides.</summary>
public class NormalDrawTests
{
    [Fact]
    public void Normal_draws_have_their_bits()
    {
        var random = new RandomStream(12, 34);
        var bytes = new byte[8 * 20_000];
        for (int i = 0; i < 20_000; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * i), random.NextGaussian());
        Assert.Equal("689620E0FC7D2D9E", Hash(bytes));
    }

    [Theory]
    [InlineData(Init.XavierUniform, "65D271D0F1DECDE0")]
    [InlineData(Init.HeNormal, "5952286BAC5C040B")]
    [InlineData(Init.Orthogonal, "71F1482A8610C74C")]
    public void Initial_weights_have_their_bits(Init init, string expected)
    {
        var layout = new Layout(60 * 40, new TensorInfo("0.weight", TensorRole.Weight, [60, 40], [40, 1], 0, 40, 60, init));
        var weights = new double[60 * 40];
        Initializer.Fill<double>(weights, layout, 5);
        var bytes = new byte[8 * weights.Length];
        for (int i = 0; i < weights.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8 * i), weights[i]);
        Assert.Equal(expected, Hash(bytes));
    }

    [Fact]
    public void A_plain_multiply_add_rounds_twice()
    {
        // The product is 1 - 2^-60, which rounds to 1; fused, the sum would be -2^-60.
        double small = Math.ScaleB(1, -30);
        Assert.Equal(0, PlainLane.MultiplyAdd(new PlainLane(1 + small), new PlainLane(1 - small), new PlainLane(-1)).Value);
    }

    [Fact]
    public void The_plain_lane_computes_what_the_vectors_compute()
    {
        var random = new RandomStream(3);
        for (int i = 0; i < 100_000; i++)
        {
            double x = i % 2 == 0 ? random.NextDouble() : BitConverter.UInt64BitsToDouble(random.NextUInt64());
            double expected = Math.Log(x), actual = PortableFunctions.Log(x);
            Assert.True(double.IsNaN(expected) ? double.IsNaN(actual) : expected == actual || Math.Abs(expected - actual) <= 4e-16 * Math.Abs(expected), $"{x:r}: {actual:r}, expected {expected:r}");
        }
    }

    [Fact]
    public void The_cosine_of_turns_is_right_in_every_quarter()
    {
        Assert.Equal([1, 0, -1, 0], [PortableFunctions.CosineOfTurns(0), PortableFunctions.CosineOfTurns(0.25), PortableFunctions.CosineOfTurns(0.5), PortableFunctions.CosineOfTurns(0.75)]);
        var random = new RandomStream(4);
        for (int i = 0; i < 100_000; i++)
        {
            double turns = random.NextDouble();
            Assert.Equal(Math.Cos(2 * Math.PI * turns), PortableFunctions.CosineOfTurns(turns), 1e-15);
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 8));
}
