// Learns the classes of a CSV file: a line of names, then numbers in all columns but the last, which has the class of the row.
//   dotnet run                         learns fruit.csv, tests, and saves what it has learned
//   dotnet run -- train FILE.csv       learns another file
//   dotnet run -- predict FILE.csv     classifies the rows of a file that has the same columns, the last one or not
using GenNet;
using PROJECT_NAMESPACE;

try
{
    switch (args)
    {
        case []:
            Train("fruit.csv");
            return 0;
        case ["train", string file]:
            Train(file);
            return 0;
        case ["predict", string file]:
            Predict(file);
            return 0;
        default:
            Console.Error.WriteLine("usage: train FILE.csv, to learn the classes in its last column, or predict FILE.csv, to classify the rows of a file with the same columns before it");
            return 1;
    }
}
catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {exception.Message}");
    return 1;
}

static void Train(string file)
{
    Dataset<float> all = CsvFile.ReadClassified(file);
    Console.WriteLine($"{file}: {CsvFile.List(all.InputNames)} -> {CsvFile.List(all.ClassNames)}");
    // The test part is touched once, at the end: the training is stopped by the validation part, and so fits it a little, too.
    (Dataset<float> train, Dataset<float> others) = all.SplitStratified(0.6, seed: 1);
    (Dataset<float> validation, Dataset<float> test) = others.SplitStratified(0.5, seed: 1);
    Console.WriteLine($"{train.Count:N0} rows to train, {validation.Count:N0} to validate, {test.Count:N0} to test");

    var scaling = Standardizer<float>.Fit(train);
    var net = new Classifier(seed: 1);
    FitResult result = new Trainer<Classifier>(net, new Adam(0.01f)).Fit(scaling.Apply(train), new FitOptions
    {
        Epochs = 500,
        BatchSize = 16,
        Validation = scaling.Apply(validation),
        EarlyStopping = new EarlyStopping { Patience = 20 },
        OnEpoch = report =>
        {
            if (report.Epoch % 10 == 0)
                Console.WriteLine($"epoch {report.Epoch,3}   loss {report.Loss:F4}   validation loss {report.ValidationLoss:F4}");
        },
    });
    Console.WriteLine($"the parameters are those of epoch {result.BestEpoch}, with the lowest validation loss");

    ConfusionMatrix confusion = Metrics.Confusion(net, scaling.Apply(test));
    Console.WriteLine();
    Console.WriteLine(confusion);
    Console.WriteLine();
    Console.WriteLine($"test accuracy {confusion.Accuracy:F3}");
    new Model(net, scaling, all.InputNames, all.ClassNames).Save();
}

static void Predict(string file)
{
    Model model = Model.Load();
    float[] rows = CsvFile.ReadUnclassified(file, model.Columns);
    model.Scaling.Apply(rows, rows);
    var outputs = new float[rows.Length / Classifier.InputSize * Classifier.OutputSize];
    model.Network.Forward(rows, outputs);
    int row = 0;
    foreach (float[] probabilities in outputs.Chunk(Classifier.OutputSize))
    {
        int best = OneHot.Decode<float>(probabilities);
        Console.WriteLine($"{++row}\t{model.Classes[best]}\t{probabilities[best]:F3}");
    }
}
