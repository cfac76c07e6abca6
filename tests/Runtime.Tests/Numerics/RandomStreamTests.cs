using System;
using System.Linq;
using System.Runtime.Intrinsics;

namespace GenNet.Tests.Numerics;

public class RandomStreamTests
{
    /// <summary>The known answers of Random123 1.14 (tests/kat_vectors, philox4x32 with 10 rounds).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Philox_gives_the_known_answers(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, uint r0, uint r1, uint r2, uint r3)
    {
        Vector128<uint> block = Philox.Block(Vector128.Create(c0, c1, c2, c3), (ulong)k1 << 32 | k0);
        Assert.Equal(Vector128.Create(r0, r1, r2, r3), block);
    }

    [Fact]
    public void Words_are_the_blocks_of_consecutive_counters()
    {
        const ulong Seed = 0x0123456789ABCDEF, Stream = 0xFEDCBA9876543210;
        var random = new RandomStream(Seed, Stream) { Position = 4 * 0x1_0000_0002UL - 4 };
        for (uint block = 1; block < 4; block++)
        {
            Vector128<uint> words = Philox.Block(Vector128.Create(block, 1, 0x76543210u, 0xFEDCBA98u), Seed);
            for (int i = 0; i < 4; i++)
                Assert.Equal(words[i], random.NextUInt32());
        }
    }

    [Fact]
    public void Position_is_the_whole_state()
    {
        var random = new RandomStream(5, 6);
        random.NextGaussian();
        random.NextUInt32();
        ulong position = random.Position;
        Assert.Equal(5UL, position);
        double[] first = Draws(random);
        Assert.Equal(first, Draws(new RandomStream(5, 6) { Position = position }));
        random.Position = position;
        Assert.Equal(first, Draws(random));

        static double[] Draws(RandomStream random) =>
            [random.NextGaussian(), random.NextDouble(), random.NextSingle(), random.NextUInt64(), random.NextInt(1000), random.NextUInt32()];
    }

    [Fact]
    public void Seeds_and_streams_differ()
    {
        RandomStream[] streams = [new(1), new(2), new(1, 1), new(1UL << 40), new(1, 1UL << 40)];
        ulong[] values = [.. streams.Select(stream => stream.NextUInt64())];
        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_uniform_numbers()
    {
        const int N = 1_000_000;
        var random = new RandomStream(7);
        double sum = 0, squares = 0, singles = 0;
        for (int i = 0; i < N; i++)
        {
            double u = random.NextDouble();
            Assert.InRange(u, 0, 1 - Math.ScaleB(1, -53));
            sum += u;
            squares += u * u;
            float s = random.NextSingle();
            Assert.InRange(s, 0, 1 - MathF.ScaleB(1, -24));
            singles += s;
        }

        // Five standard deviations of a mean of N: 5 · 0.2887 / 1000.
        Assert.InRange(sum / N, 0.4985, 0.5015);
        Assert.InRange(singles / N, 0.4985, 0.5015);
        Assert.InRange(squares / N, 1 / 3.0 - 0.0015, 1 / 3.0 + 0.0015);
    }

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_the_normal_distribution()
    {
        const int N = 1_000_000;
        var random = new RandomStream(8);
        double[] moments = new double[5];
        int within = 0;
        for (int i = 0; i < N; i++)
        {
            double z = random.NextGaussian();
            within += Math.Abs(z) < 1 ? 1 : 0;
            for (int k = 1; k < 5; k++)
                moments[k] += Math.Pow(z, k) / N;
        }

        Assert.InRange(moments[1], -0.005, 0.005);
        Assert.InRange(moments[2], 0.993, 1.007);
        Assert.InRange(moments[3], -0.02, 0.02);
        Assert.InRange(moments[4], 2.95, 3.05);
        Assert.InRange(within / (double)N, 0.6827 - 0.0025, 0.6827 + 0.0025);
    }

    [Fact]
    public void Bounded_integers_are_equally_likely()
    {
        // 3 · 2^29: without Lemire's rejection the numbers of one residue would be half as likely again as the others.
        const int Bound = 3 << 29, N = 300_000;
        var random = new RandomStream(9);
        int[] count = new int[3];
        for (int i = 0; i < N; i++)
        {
            int value = random.NextInt(Bound);
            Assert.InRange(value, 0, Bound - 1);
            count[value % 3]++;
        }

        Assert.All(count, c => Assert.InRange(c, N / 3 - 1300, N / 3 + 1300));
        Assert.Equal(0, random.NextInt(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(-1));
    }

    [Fact]
    public void Shuffling_gives_each_order_equally_often()
    {
        const int N = 60_000;
        var random = new RandomStream(10);
        int[] count = new int[27];
        for (int i = 0; i < N; i++)
        {
            int[] items = [0, 1, 2];
            random.Shuffle<int>(items);
            count[items[0] * 9 + items[1] * 3 + items[2]]++;
        }

        int[] orders = count.Where(c => c > 0).ToArray();
        Assert.Equal(6, orders.Length);
        Assert.All(orders, c => Assert.InRange(c, N / 6 - 460, N / 6 + 460));
    }

    /// <summary>Pins the derived draws, so that no version changes what a seed means. The words are Philox's known answer for zeros.</summary>
    [Fact]
    public void Draws_are_made_of_the_words_as_documented()
    {
        Assert.Equal(0xe169c58d6627e8d5UL, new RandomStream(0).NextUInt64());
        Assert.Equal((0xe169c58d6627e8d5UL >> 11) / 9007199254740992.0, new RandomStream(0).NextDouble());
        Assert.Equal((0x6627e8d5 >> 8) / 16777216f, new RandomStream(0).NextSingle());
        Assert.Equal((int)(0x6627e8d5UL * 1000 >> 32), new RandomStream(0).NextInt(1000));
        double u = (0xe169c58d6627e8d5UL >> 11) / 9007199254740992.0, v = (0x9b00dbd8bc57ac4cUL >> 11) / 9007199254740992.0;
        Assert.Equal(Math.Sqrt(-2 * Math.Log(1 - u)) * Math.Cos(2 * Math.PI * v), new RandomStream(0).NextGaussian(), 1e-14);
    }
}
