package io.sagescale.awscli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandTest {
  private static String parse(String text) {
    return Shorthand.parse(text, name -> "<" + name + ">").toString();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "a=b                            | {'a':'b'}",
    "a=b,c=d                        | {'a':'b','c':'d'}",
    "a=b, c=d                       | {'a':'b','c':'d'}",
    "a = b , c = d                  | {'a':'b','c':'d'}",
    "a=                             | {'a':''}",
    "a=b,c=                         | {'a':'b','c':''}",
    "a=,b=c                         | {'a':'','b':'c'}",
    "a=b,c                          | {'a':['b','c']}",
    "a=b,c,d=e                      | {'a':['b','c'],'d':'e'}",
    "a=b,c,d=e,f                    | {'a':['b','c'],'d':['e','f']}",
    "a=b,,c=d                       | {'a':'b','c':'d'}",
    "a=[b,c]                        | {'a':['b','c']}",
    "a=[b, c ],d=e                  | {'a':['b','c'],'d':'e'}",
    "a=[]                           | {'a':[]}",
    "a=[b,]                         | {'a':['b']}",
    "a=[[b,c],[d]]                  | {'a':[['b','c'],['d']]}",
    "a={b=c}                        | {'a':{'b':'c'}}",
    "a={b=c,d={e=f,g=[h,i]}},j=k    | {'a':{'b':'c','d':{'e':'f','g':['h','i']}},'j':'k'}",
    "a=[{b=c},{b=d}]                | {'a':[{'b':'c'},{'b':'d'}]}",
    "a={}                           | {'a':{}}",
    "a=b=c                          | {'a':'b=c'}",
    "a=b=c,d=e                      | {'a':'b=c','d':'e'}",
    "a=b c d                        | {'a':'b c d'}",
    "a=b{c                          | {'a':'b{c'}",
    "a=b\\,c                        | {'a':'b,c'}",
    "a=b\\,c,d=e                    | {'a':'b,c','d':'e'}",
    "a=\"b,c\",d=e                  | {'a':'b,c','d':'e'}",
    "a=\"b,c\",\"d=e\"              | {'a':['b,c','d=e']}",
    "a=[\"b]\",c]                   | {'a':['b]','c']}",
    "a=arn:aws:sns:us-east-1:1:x/y  | {'a':'arn:aws:sns:us-east-1:1:x/y'}",
    "a=s3://bucket/key?x=y&z        | {'a':'s3://bucket/key?x=y&z'}",
    "a-b_c.d#e/f:g=h                | {'a-b_c.d#e/f:g':'h'}",
    "a@=b                           | {'a':'<b>'}",
    "a@=b,c=d                       | {'a':'<b>','c':'d'}",
    "a={b@=c,d=e}                   | {'a':{'b':'<c>','d':'e'}}",
    "a={b=c,b=d}                    | {'a':{'b':'d'}}",
    "=b                             | {'':'b'}",
  })
  void textBecomesATree(String text, String tree) {
    assertEquals(tree.replace('\'', '"'), parse(text));
  }

  @Test
  void quotesAreTakenOff() {
    assertEquals("{\"a\":\"it's\"}", parse("a='it\\'s'"));
    assertEquals("{\"a\":\"say \\\"x\\\"\"}", parse("a=\"say \\\"x\\\"\""));
    assertEquals("{\"a\":\"b\\\\c\"}", parse("a='b\\\\c'"));
    assertEquals("{\"a\":\"b\\\\\"}", parse("a='b\\'"), "where no quote is left, the one behind a backslash closes");
    assertEquals("{\"a\":\"b\\nc\",\"d\":\"e\"}", parse("a='b\nc',d=e"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
    "a         | Expected: '=', received: 'EOF'",
    "a=b,      | Expected: 'a value', received: 'EOF'",
    "a=[b      | Expected: ',', received: 'EOF'",
    "a={b      | Expected: '=', received: 'EOF'",
    "a={b=c    | Expected: ',', received: 'EOF'",
    "a=b]      | Expected: ',', received: ']'",
    "a=[b}     | Expected: ',', received: '}'",
    "a='b      | Expected: 'a closing '', received: '''",
    "a=\"b\"c  | Expected: ',', received: 'c'",
    "a=b,a=c   | Second instance of key \"a\"",
    "a=b,[c]   | Expected: '=', received: '['",
    "a b=c     | Expected: '=', received: 'b'",
  })
  void whatIsNoneIsMarked(String text, String part) {
    String message = assertThrows(WrongInput.class, () -> parse(text)).getMessage();
    assertTrue(message.startsWith(part), message);
    assertTrue(message.contains("\n" + text + "\n"), message);
  }

  @Test
  void theMarkStandsUnderThePlace() {
    assertEquals("Expected: ',', received: ']' for input:\na=b]\n   ^",
        assertThrows(WrongInput.class, () -> parse("a=b]")).getMessage());
  }

  @Test
  void depthIsBounded() {
    assertThrows(WrongInput.class, () -> parse("a=" + "[".repeat(100_000)));
    assertEquals(130, parse("a=" + "[".repeat(62) + "]".repeat(62)).length());
  }
}
