using System;
using System.Linq;

namespace GenNet.Tests.Threading;

public class RowSplitTests
{
    [Fact]
    public void Every_row_has_one_part_and_none_has_too_many()
    {
        foreach (int parts in new[] { 1, 2, 3, 4, 7, 16 })
        {
            foreach (int most in new[] { 128, 1_000_000 })
            {
                for (int rows = 8 * parts; rows < 2100; rows += 1 + rows / 40)
                {
                    var split = new RowSplit(rows, parts, most);
                    Range[] ranges = Enumerable.Range(0, split.Rounds).SelectMany(round => Enumerable.Range(0, parts).Select(part => split.Of(round, part))).ToArray();
                    Assert.Equal(0, ranges[0].Start.Value);
                    Assert.Equal(rows, ranges[^1].End.Value);
                    for (int i = 0; i < ranges.Length; i++)
                    {
                        int count = ranges[i].End.Value - ranges[i].Start.Value;
                        Assert.InRange(count, 1, most);
                        if (i > 0)
                            Assert.Equal(ranges[i - 1].End, ranges[i].Start);
                        Assert.Equal(0, ranges[i].Start.Value % 8);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(256, 2, 1)]
    [InlineData(257, 2, 2)]
    [InlineData(1024, 2, 4)]
    [InlineData(100, 1, 1)]
    public void There_are_as_few_rounds_as_the_most_rows_allow(int rows, int parts, int rounds) => Assert.Equal(rounds, new RowSplit(rows, parts, 128).Rounds);
}
