using System;
using System.Collections.Generic;
using System.Linq;

namespace GenNet.Tests.Data;

public class AugmentationTests
{
    private const int Images = 200;

    private static readonly ImageAugmentation All = new(2, 4, 5)
    {
        Shift = 2, CropRows = 3, CropColumns = 4, Flip = true, Fill = -1, Mean = [0.5, 0.25], Deviation = [2, 4],
    };

    /// <summary>Images whose numbers tell image and place; the target is the image.</summary>
    private static Dataset<double> Data(int channels, int rows, int columns)
    {
        int size = channels * rows * columns;
        return new Dataset<double>(
            Enumerable.Range(0, Images * size).Select(i => (double)i).ToArray(), Enumerable.Range(0, Images).Select(i => (double)i).ToArray(), size, 1);
    }

    private static List<double[]> Read(DataStream<double> stream, long epoch, int rowsAtOnce = 7)
    {
        using DataReader<double> reader = stream.Open(epoch);
        double[] inputs = new double[rowsAtOnce * stream.InputSize], targets = new double[rowsAtOnce];
        List<double[]> rows = [];
        while (reader.Read(inputs, targets) is int count and > 0)
        {
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(rows.Count, targets[i]);
                rows.Add(inputs[(i * stream.InputSize)..((i + 1) * stream.InputSize)]);
            }
        }

        Assert.Equal(Images, rows.Count);
        return rows;
    }

    private static DataStream<double> Augmented(ImageAugmentation augmentation, int seed = 1) =>
        DataStream.FromDataset(Data(augmentation.Channels, augmentation.Rows, augmentation.Columns)).Augment(seed, augmentation);

    /// <summary>A changed image by the definition.</summary>
    private static double[] Changed(ImageAugmentation a, double[] image, int top, int left, bool mirrored) =>
    [
        .. from channel in Enumerable.Range(0, a.Channels)
           from i in Enumerable.Range(0, a.CropRows)
           from j in Enumerable.Range(0, a.CropColumns)
           let row = top + i
           let column = left + (mirrored ? a.CropColumns - 1 - j : j)
           let isInside = row >= 0 && row < a.Rows && column >= 0 && column < a.Columns
           let pixel = isInside ? image[(channel * a.Rows + row) * a.Columns + column] : a.Fill
           select (pixel - (a.Mean.IsEmpty ? 0 : a.Mean[channel])) / (a.Deviation.IsEmpty ? 1 : a.Deviation[channel]),
    ];

    /// <summary>How often each change was made; every image must be one of them.</summary>
    private static Dictionary<(int Top, int Left, bool Mirrored), int> Changes(ImageAugmentation a, List<double[]> rows)
    {
        Dataset<double> data = Data(a.Channels, a.Rows, a.Columns);
        var places = (from top in Enumerable.Range(-a.Shift, a.Rows - a.CropRows + 2 * a.Shift + 1)
                      from left in Enumerable.Range(-a.Shift, a.Columns - a.CropColumns + 2 * a.Shift + 1)
                      from mirrored in a.Flip ? new[] { false, true } : [false]
                      select (top, left, mirrored)).ToArray();
        return rows.Select((row, i) => places.First(place => Changed(a, data.Input(i).ToArray(), place.top, place.left, place.mirrored).SequenceEqual(row)))
            .GroupBy(place => place).ToDictionary(group => group.Key, group => group.Count());
    }

    [Fact]
    public void Without_a_change_images_stay() =>
        Assert.Equal(Data(2, 3, 4).Inputs.ToArray(), Read(Augmented(new ImageAugmentation(2, 3, 4)), 1).SelectMany(row => row));

    [Fact]
    public void Half_of_the_images_are_mirrored()
    {
        var changes = Changes(new ImageAugmentation(2, 3, 4) { Flip = true }, Read(Augmented(new ImageAugmentation(2, 3, 4) { Flip = true }), 1));
        Assert.InRange(changes[(0, 0, true)], 65, 135);
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void Images_are_shifted_everywhere()
    {
        var augmentation = new ImageAugmentation(1, 5, 6) { Shift = 1, Fill = 9 };
        var changes = Changes(augmentation, Read(Augmented(augmentation), 1));
        Assert.Equal(9, changes.Count);
        Assert.All(changes.Values, count => Assert.InRange(count, 5, 45));
    }

    [Fact]
    public void Parts_are_cut_everywhere()
    {
        var augmentation = new ImageAugmentation(3, 5, 6) { CropRows = 3, CropColumns = 5 };
        Assert.Equal(45, augmentation.ResultSize);
        var changes = Changes(augmentation, Read(Augmented(augmentation), 1));
        Assert.Equal((6, 2, 1), (changes.Count, changes.Keys.Max(place => place.Top), changes.Keys.Max(place => place.Left)));
    }

    [Fact]
    public void Channels_are_normalised()
    {
        var augmentation = new ImageAugmentation(2, 1, 2) { Mean = [1, 2], Deviation = [4, 0.5] };
        Assert.Equal([-0.25, 0, 0, 2, 0.75, 1, 8, 10], Read(Augmented(augmentation), 1).Take(2).SelectMany(row => row));
    }

    [Fact]
    public void All_at_once_is_one_after_the_other()
    {
        var changes = Changes(All, Read(Augmented(All), 3));
        Assert.True(changes.Count > 50, $"{changes.Count} changes");
    }

    [Fact]
    public void Changes_follow_from_seed_epoch_and_row()
    {
        List<double[]> rows = Read(Augmented(All), 3);
        Assert.Equal(rows, Read(Augmented(All), 3, rowsAtOnce: 64));
        Assert.Equal(rows, Read(Augmented(All), 3, rowsAtOnce: 1));
        foreach (List<double[]> other in new[] { Read(Augmented(All), 4), Read(Augmented(All), 3 + (1L << 32)), Read(Augmented(All, seed: 2), 3), Read(Augmented(All, seed: -1), 3) })
            Assert.InRange(rows.Zip(other).Count(pair => pair.First.SequenceEqual(pair.Second)), 0, 20);
    }

    [Fact]
    public void The_changes_are_those_that_the_documentation_says()
    {
        double[] row = Read(Augmented(All, seed: 5), epoch: 7)[11];
        var words = Philox.Block(System.Runtime.Intrinsics.Vector128.Create(11u, 0, 7, 0), 5 ^ 0x4155474D_454E5421);
        int top = (int)(words[0] / 4294967296.0 * 6) - 2, left = (int)(words[1] / 4294967296.0 * 6) - 2;
        Assert.Equal(Changed(All, Data(2, 4, 5).Input(11).ToArray(), top, left, words[2] >= 1u << 31), row);
    }

    [Fact]
    public void Evaluation_takes_the_middle()
    {
        Dataset<double> data = Data(2, 4, 5), center = All.Center(data);
        Assert.Equal((Images, 24, 1), (center.Count, center.InputSize, center.TargetSize));
        for (int i = 0; i < Images; i++)
            Assert.Equal(Changed(All, data.Input(i).ToArray(), 0, 0, mirrored: false), center.Input(i).ToArray());
        Assert.Equal(data.Targets.ToArray(), center.Targets.ToArray());
    }

    [Fact]
    public void A_fit_opens_its_epochs_by_number_resumed_or_not()
    {
        DataStream<double> stream = Augmented(new ImageAugmentation(1, 3, 4) { Shift = 1, Flip = true });
        double[][] Epochs(int from, int count, bool shuffle)
        {
            using var batches = new StreamBatches<double>(stream, 16, shuffle, seed: 1);
            return [.. Enumerable.Range(from, count).Select(epoch =>
            {
                List<double> numbers = [];
                batches.BeginEpoch(epoch);
                for (int batch = 0; batches.Read(batch, out ReadOnlyMemory<double> inputs, out _) > 0; batch++)
                    numbers.AddRange(inputs.ToArray());
                return numbers.ToArray();
            })];
        }

        foreach (bool shuffle in new[] { false, true })
        {
            double[][] whole = Epochs(1, 4, shuffle);
            Assert.Equal(4, whole.Select(epoch => string.Join(' ', epoch)).Distinct().Count());
            Assert.Equal(whole[2..], Epochs(3, 2, shuffle));
        }
    }

    [Fact]
    public void A_scaled_stream_hands_the_epoch_on()
    {
        DataStream<double> stream = Augmented(new ImageAugmentation(1, 3, 4) { Shift = 1 });
        DataStream<double> scaled = Standardizer<double>.Fit(Data(1, 3, 4)).Apply(stream);
        Assert.Equal(Read(scaled, 2), Read(scaled, 2));
        Assert.NotEqual(Read(scaled, 2), Read(scaled, 3));
    }

    [Fact]
    public void Unusable_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmentation(0, 3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmentation(int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmentation(1, 3, 4) { Shift = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmentation(1, 3, 4) { CropRows = 4 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageAugmentation(1, 3, 4) { CropColumns = 0 });
        Assert.Throws<ArgumentException>(() => new ImageAugmentation(2, 3, 4) { Mean = [1] });
        Assert.Throws<ArgumentException>(() => new ImageAugmentation(1, 3, 4) { Deviation = [0] });
        Assert.Equal(
            "Images of 3 x 3 x 3 have 27 numbers, the rows have 12. (Parameter 'augmentation')",
            Assert.Throws<ArgumentException>(() => DataStream.FromDataset(Data(1, 3, 4)).Augment(1, new ImageAugmentation(3, 3, 3))).Message);
    }
}
