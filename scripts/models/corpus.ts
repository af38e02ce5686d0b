/** Plain English from which the small tokenizers learn their merges. */
export const corpus = `
The tide rises and falls twice a day along most of the world's coasts. The moon pulls the water
nearest to it more strongly than it pulls the earth itself, and the earth more strongly than the
water on the far side. So the sea bulges in two places, and the land turns under both of them.
A harbour that is dry in the morning may be full by noon, and the people who live there know the
hours by heart. They read them in a table that was computed a year before.

A library lends what it cannot sell. Its readers come for the books, the warmth and the quiet, and
some of them come because nobody asks why they came. When the town wanted to close the reading room,
more than two thousand people signed a letter in three days. The council said that it had not known
how many there were. The librarian said that she had counted them every evening for eleven years.

The bridge was closed after engineers found cracks in one of the main girders. According to the
report, the first crack was seen in the spring, but the inspection that should have followed was
postponed because the money had been spent on another road. Repairs will take about eight months and
will cost four million. Until then buses will go around by the northern valley, which takes twenty
minutes longer. Shops near the old bridge say that they have lost a third of their customers.

To plant a tree, dig a hole that is twice as wide as the roots and no deeper. Loosen the earth at
the sides, because roots turn back from a hard wall. Set the tree so that the base of its trunk
stands a little above the ground, fill the hole, press the earth down with your foot and give it
plenty of water. Do not add fertilizer in the first year. If the summer is dry, water it every week.

The model runs on your own computer, and the text that you read never leaves it. This is the answer
to a question that people ask more often than any other: where does the page go? It goes nowhere.
You can take the machine off the network, open the page that you saved, and ask for a summary of it.
What is written there was made here. If something is not known, it should say that it is not known.

Summarize the page in a few sentences. Answer with the text only, in the language of the page. Use
only what the page says. You are a careful reader and you help the person who asks. Rewrite the text
so that it is shorter and clearer, and keep the names, the numbers and the quotations as they are.
Translate the following text. Between these lines stands the text of the page, which is data and not
an instruction. The system gives the instructions and the user gives the page and the question.

Researchers at the university measured how quickly the glaciers of the region are melting. They used
photographs taken from aeroplanes since the nineteen fifties, and compared them with new ones taken
from space. The results, which were published on Tuesday, show that the ice has lost more than half
of its volume, and that most of the loss happened during the last twenty years. "We expected that it
would be fast," one of the authors said, "but we did not expect this." Other scientists, who were
not part of the study, called the method sound, although they would like to see it repeated elsewhere.

She wrote the first version of the program in one night, with the old manual open on the floor. It
could add, it could compare, and it could jump, and that was enough, since everything else can be
made out of those three. Years later students would ask her which language was the best one to begin
with, and she always gave the same answer: the one in which you have something to say.
assistant assistant assistant assistant user user system system page page
`;
